#!/bin/sh
# Drops the preview's databases and their roles, whoever is connected.
set -eu
. "${0%/*}/names.sh"

for name in $databases; do
  psql --no-psqlrc --quiet --dbname postgres --set ON_ERROR_STOP=1 --set clone="$(database "$name")" <<'SQL'
DROP DATABASE IF EXISTS :"clone" WITH (FORCE);
DROP ROLE IF EXISTS :"clone";
SQL
done
