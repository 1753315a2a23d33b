#!/bin/sh
# Op de server: het enige wat de sleutel van de publicatie mag. Zet in ~/.ssh/authorized_keys, op één regel:
#   restrict,command="/usr/local/bin/ontvang.sh /srv/agenda" ssh-ed25519 AAAA... publicatie
# De webserver wijst naar /srv/agenda/nu. Nodig: rsync met rrsync, flock, sha256sum.
#   begin NAAM   wissel NAAM   huidig   lijst   terug [NAAM]   en rsync, naar een nieuwe versie
set -eu
LC_ALL=C export LC_ALL
root=$1 keep=${2:-5}
versions=$root/versies
umask 022
mkdir -p "$versions"

fail() { echo "$1" >&2; exit 1; }
# A name is checked before anything is done with it: letters, then form, so that no line break hides a second name.
checked() {
  case $1 in '' | *[!0-9a-z-]*) fail "Dit is geen naam van een versie." ;; esac
  echo "$1" | grep -Eqx '[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4}-([0-9a-f]{7}|zonder-git)(-[0-9]{1,3})?' ||
    fail "Dit is geen naam van een versie."
}
now() { readlink "$root/nu" 2>/dev/null | sed -n 's|^versies/\([0-9a-z-]*\)/site$|\1|p'; }
# Whole releases, the one that came last first.
# shellcheck disable=SC2012 # names of releases are plain, and what is not one has no manifest
all() { ls -1t "$versions" | while read -r each; do test ! -f "$versions/$each/bestanden.sha256" || echo "$each"; done; }
# Every file as the manifest has it, none more, and nothing but files and folders.
whole() {
  (cd "$1" && sha256sum --check --strict --quiet bestanden.sha256 >&2) &&
    test "$(find "$1/site" -type f | wc -l)" -eq "$(wc -l <"$1/bestanden.sha256")" &&
    test -z "$(find "$1" ! -type f ! -type d | head -n 1)"
}
switch() {
  ln -sfn "versies/$1/site" "$root/.nu-nieuw"
  mv -T "$root/.nu-nieuw" "$root/nu"
  echo "Versie $1 staat online."
}

# shellcheck disable=SC2086 # the words of a command that is looked at before it is done
set -f && set -- ${SSH_ORIGINAL_COMMAND:-} && set +f
verb=${1:-} name=${2:-}
case $verb in
rsync)
  # Reading is not needed, and only what is not online yet may be written.
  case $* in *" . .half-"[0-9]*/) ;; *) fail "Met rsync mag alleen een nieuwe versie erbij." ;; esac
  for word in "$@"; do
    case $word in
    --server | --delete | --delete-during | --link-dest | --log-format=* | [!-]* | -[!-]*) ;;
    *) fail "Deze optie van rsync mag hier niet." ;;
    esac
  done
  checked "$(printf %s "${SSH_ORIGINAL_COMMAND##* . .half-}" | sed 's|/$||')"
  exec rrsync -wo -munge "$versions"
  ;;
begin)
  checked "$name"
  if [ -f "$versions/$name/bestanden.sha256" ]; then echo "is er al"; exit; fi
  find "$versions" -mindepth 1 -maxdepth 1 \( -name '.half-*' -o -name '.weg-*' \) -exec rm -rf {} +
  mkdir "$versions/.half-$name"
  now
  ;;
wissel)
  checked "$name"
  exec 9>"$root/.slot"
  flock -w 60 9 || fail "Er wordt al een versie online gezet. Probeer het zo nog eens."
  if [ -d "$versions/.half-$name" ]; then
    whole "$versions/.half-$name" || fail "De versie is niet heel aangekomen. Er is niets veranderd."
    touch "$versions/.half-$name"
    mv -T "$versions/.half-$name" "$versions/$name"
  fi
  whole "$versions/$name" || fail "De versie is niet heel. Er is niets veranderd."
  switch "$name"
  all | grep -vx "$name" | tail -n "+$keep" | while read -r old; do
    mv -T "$versions/$old" "$versions/.weg-$old" && rm -rf "$versions/.weg-$old"
  done
  ;;
terug)
  exec 9>"$root/.slot"
  flock -w 60 9 || fail "Er wordt al een versie online gezet. Probeer het zo nog eens."
  test -n "$name" || name=$(all | awk -v now="$(now)" 'seen { print; exit } $0 == now { seen = 1 }')
  test -n "$name" || fail "Er is geen oudere versie om naar terug te gaan."
  checked "$name"
  test -f "$versions/$name/bestanden.sha256" || fail "Die versie is er niet."
  whole "$versions/$name" || fail "De versie is niet heel. Er is niets veranderd."
  switch "$name"
  ;;
huidig) now ;;
lijst) all ;;
*) fail "Dit kan hier niet. Wel: begin, wissel, huidig, lijst, terug." ;;
esac
