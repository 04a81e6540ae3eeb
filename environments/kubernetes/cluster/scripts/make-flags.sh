#!/bin/sh
# An environment of the flag server that begins as staging's, and a key that opens nothing else. What people have switched in it
# since then stays.
set -eu
. "${0%/*}/names.sh"

curl --fail-with-body --silent --show-error --header "Authorization: Bearer $FLAGS_TOKEN" \
  --header 'Content-Type: application/json' --request PUT \
  --data "{\"from\":\"staging\",\"key\":\"$(flags_key)\"}" "$FLAGS_URL/api/flag-environments/$flag_environment"
