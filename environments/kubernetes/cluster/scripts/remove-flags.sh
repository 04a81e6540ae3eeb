#!/bin/sh
# Deletes the preview's flag environment with its keys. What is gone already is no error.
set -eu
. "${0%/*}/names.sh"

answer=$(curl --silent --show-error --header "Authorization: Bearer $FLAGS_TOKEN" --output /dev/null \
  --write-out '%{http_code}' --request DELETE "$FLAGS_URL/api/flag-environments/$flag_environment")
case $answer in
  204 | 404) ;;
  *) echo "The flag server answers $answer to DELETE $flag_environment" >&2; exit 1 ;;
esac
