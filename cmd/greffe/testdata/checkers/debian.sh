#!/bin/sh
# Installs the Debian packages that the full tests drive, if they are missing.
set -eu
missing=
command -v chromium >/dev/null || missing="$missing chromium"
command -v java >/dev/null || missing="$missing default-jre-headless"
for tool in strace git python3 curl jq; do
	command -v $tool >/dev/null || missing="$missing $tool"
done
# The race detector is linked by a C compiler.
command -v gcc >/dev/null || missing="$missing gcc libc6-dev"
[ -x /usr/sbin/apache2 ] || missing="$missing apache2-bin"
[ -e /etc/mime.types ] || missing="$missing media-types"
[ -z "$missing" ] && exit 0
run=
[ "$(id -u)" = 0 ] || run=sudo
$run apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
