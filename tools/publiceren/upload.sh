#!/bin/sh
# Zet de versie die `meedoen publiceer` klaarzette bij een hoster met alleen sftp. De map daar wordt net zo ingedeeld:
# versies/…/site, en de koppeling nu, die in één stap wisselt. Laat elk domein wijzen naar nu/<gemeente>.
#   tools/publiceren/upload.sh MAP GEBRUIKER@SERVER [MAP OP DE SERVER]
# Opties voor sftp: SFTP_OPTIES="-i sleutel -P 2222". Er blijven vijf versies staan, of zoveel als in BEWAAR.
set -eu
LC_ALL=C export LC_ALL
test $# -ge 2 || { echo "Typ: $0 MAP GEBRUIKER@SERVER [MAP OP DE SERVER]" >&2; exit 2; }
root=$1 server=$2 there=${3:-.}
target=$(readlink "$root/nu") || { echo "In $root staat geen versie online. Typ eerst: meedoen publiceer --naar $root" >&2; exit 2; }
name=${target#versies/}
name=${name%/site}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2086 # options are words apart
talk() { sftp -q ${SFTP_OPTIES:-} -o BatchMode=yes -b - "$server"; }
# The releases there, by name; what was left half has another name and is not in it.
listed() {
  printf 'cd "%s"\n-mkdir versies\nls -1 versies\n' "$there" | talk 2>/dev/null |
    sed -n 's|^versies/\([0-9][0-9a-z-]*\)$|\1|p' | sort
}

if listed | grep -qx "$name"; then
  printf 'cd "%s"\n' "$there"
else
  # What an earlier try left half is overwritten: a file that is in no manifest any more does no harm there.
  printf 'cd "%s"\n-mkdir "versies/.half-%s"\nput -r "%s/site" "versies/.half-%s"\nput "%s/bestanden.sha256" "versies/.half-%s"\n' \
    "$there" "$name" "$root/versies/$name" "$name" "$root/versies/$name" "$name"
  printf 'rename "versies/.half-%s" "versies/%s"\n' "$name" "$name"
fi >"$work/batch"
printf -- '-rm .nu-nieuw\nsymlink "versies/%s/site" .nu-nieuw\nrename .nu-nieuw nu\n' "$name" >>"$work/batch"
talk <"$work/batch" >/dev/null
echo "Versie $name staat online."

# sftp removes no folder with something in it. What is in an old release is told by its own manifest.
listed | grep -vx "$name" | head -n "-$((${BEWAAR:-5} - 1))" | while read -r old; do
  printf 'cd "%s"\nget "versies/%s/bestanden.sha256" "%s/oud"\n' "$there" "$old" "$work" | talk >/dev/null
  sed -n 's|^[0-9a-f]\{64\}  \(site/[A-Za-z0-9._/-]*\)$|\1|p' "$work/oud" | grep -v '\.\./' >"$work/files" || true
  { sed "s|.*|-rm \"versies/$old/&\"|" "$work/files"
    sed 's|/[^/]*$||' "$work/files" | awk '{ while (length) { print; if (!sub(/\/[^\/]*$/, "")) break } }' | sort -ru |
      sed "s|.*|-rmdir \"versies/$old/&\"|"
    printf -- '-rm "versies/%s/bestanden.sha256"\n-rmdir "versies/%s"\n' "$old" "$old"
  } | { printf 'cd "%s"\n' "$there"; cat; } | talk >/dev/null 2>&1
done
