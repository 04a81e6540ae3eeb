#!/bin/sh
# Deletes what the preview has cached in Redis.
set -eu
. "${0%/*}/names.sh"

# redis-cli takes an address without a user for one of the user "", other clients for the default user.
url=$(printf '%s' "$REDIS_URL" | sed 's#//:#//default:#')
keys=$(redis-cli -e --no-auth-warning -u "$url" --scan --pattern "$redis_prefix*")
[ -z "$keys" ] || printf '%s\n' "$keys" | xargs -n 100 redis-cli -e --no-auth-warning -u "$url" unlink >/dev/null
