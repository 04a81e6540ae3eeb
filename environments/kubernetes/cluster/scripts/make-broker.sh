#!/bin/sh
# A virtual host and a user for the preview, through RabbitMQ's management API: no operator is needed for that.
# In the baseline's virtual host the user may hear of changed flags and tell which it runs on, and nothing else.
set -eu
. "${0%/*}/names.sh"

put() {
  curl --fail-with-body --silent --show-error --user "$RABBITMQ_ADMIN:$RABBITMQ_ADMIN_PASSWORD" \
    --header 'Content-Type: application/json' --request PUT --data "$2" "$RABBITMQ_URL/api/$1"
}

own='^amq\\.gen.*$'
hear='^(flags\\.changed|amq\\.gen.*)$'
tell='^(flags\\.applied|amq\\.gen.*)$'
put "vhosts/$space" '{}'
put "users/$space" "{\"password\":\"$(password broker)\",\"tags\":\"\"}"
put "permissions/$space/$space" '{"configure":".*","write":".*","read":".*"}'
put "permissions/$RABBITMQ_BASELINE/$space" "{\"configure\":\"$own\",\"write\":\"$tell\",\"read\":\"$hear\"}"
put "vhost-limits/$space/max-connections" '{"value":40}'
