#!/bin/sh
# Deletes the preview's virtual host with its queues, and its user with its rights. What is gone already is no error.
set -eu
. "${0%/*}/names.sh"

remove() {
  answer=$(curl --silent --show-error --user "$RABBITMQ_ADMIN:$RABBITMQ_ADMIN_PASSWORD" --output /dev/null \
    --write-out '%{http_code}' --request DELETE "$RABBITMQ_URL/api/$1")
  case $answer in
    204 | 404) ;;
    *) echo "RabbitMQ answers $answer to DELETE $1" >&2; exit 1 ;;
  esac
}

remove "vhosts/$space"
remove "users/$space"
