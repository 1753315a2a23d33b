#!/bin/sh
# Zet de versie die `meedoen publiceer` klaarzette op een server, met rsync over ssh. Op de server staat ontvang.sh.
#   tools/publiceren/rsync.sh MAP GEBRUIKER@SERVER
# Alleen wat anders is gaat over de lijn. De server kijkt alles na en wisselt pas als het heel is.
# Opties voor ssh: SSH_OPTIES="-i sleutel -p 2222 -o UserKnownHostsFile=bekend"
set -eu
test $# -eq 2 || { echo "Typ: $0 MAP GEBRUIKER@SERVER" >&2; exit 2; }
root=$1 server=$2
options=${SSH_OPTIES:-}
target=$(readlink "$root/nu") || { echo "In $root staat geen versie online. Typ eerst: meedoen publiceer --naar $root" >&2; exit 2; }
name=${target#versies/}
name=${name%/site}
# shellcheck disable=SC2086 # options are words apart
ask() { ssh $options -o BatchMode=yes "$server" "$@" </dev/null; }

# What is online there, so that what did not change is not sent; or that this release is there already.
current=$(ask begin "$name")
if [ "$current" != "is er al" ]; then
  rsync --recursive --checksum --delete --chmod=D755,F644 --exclude=/rapport.json --rsh="ssh $options -o BatchMode=yes" \
    ${current:+--link-dest="/$current"} "$root/versies/$name/" "$server:.half-$name/"
fi
ask wissel "$name"
