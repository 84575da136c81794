#!/usr/bin/env bash
# Makes the two images that the tests need from the distribution's packages, for a site that reaches no image registry.
# Root on Debian with podman, runc and debootstrap. NATS_SERVER names a nats-server 2.10 or newer.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$(cd "$(dirname "$0")" && pwd)
nats=${NATS_SERVER:-$(command -v nats-server)}
engine=(podman --storage-driver vfs --runtime "$(command -v runc)")

debootstrap --variant=minbase --include=mariadb-server,ca-certificates bookworm "$work/root" >"$work/log" 2>&1 || {
  tail -20 "$work/log" >&2
  exit 1
}
rm -rf "$work"/root/var/cache/apt/* "$work"/root/var/lib/apt/lists/* "$work"/root/var/lib/mysql/*
install -m 755 "$nats" "$work/root/usr/local/bin/nats-server"
install -m 755 "$here/database-entrypoint.sh" "$work/root/usr/local/bin/database-entrypoint.sh"
mkdir -p "$work/root/data"

tar --directory "$work/root" --create . | "${engine[@]}" import \
  --change 'ENTRYPOINT ["/usr/local/bin/database-entrypoint.sh"]' --change 'EXPOSE 3306' \
  --change 'VOLUME /var/lib/mysql' - localhost/redress-mariadb:local
tar --directory "$work/root" --create --exclude ./usr/sbin/mariadbd . | "${engine[@]}" import \
  --change 'ENTRYPOINT ["/usr/local/bin/nats-server"]' \
  --change 'EXPOSE 4222' --change 'EXPOSE 6222' --change 'EXPOSE 8222' - localhost/redress-nats:local
