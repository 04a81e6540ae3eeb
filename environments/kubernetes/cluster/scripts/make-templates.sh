#!/bin/sh
# Copies staging's databases to the templates that previews are cloned from. Staging holds demo data only.
set -eu

for name in shop crm mes pricing; do
  psql --no-psqlrc --quiet --dbname postgres --set ON_ERROR_STOP=1 --set next="${name}_template_next" <<'SQL'
DROP DATABASE IF EXISTS :"next" WITH (FORCE);
CREATE DATABASE :"next";
SQL
  pg_dump --no-owner --no-privileges --dbname "$name" | psql --no-psqlrc --quiet --output /dev/null --dbname "${name}_template_next" --set ON_ERROR_STOP=1
  # A template must have no sessions.
  psql --no-psqlrc --quiet --dbname postgres --set ON_ERROR_STOP=1 --set template="${name}_template" --set next="${name}_template_next" <<'SQL'
ALTER DATABASE :"next" ALLOW_CONNECTIONS false;
DROP DATABASE IF EXISTS :"template" WITH (FORCE);
ALTER DATABASE :"next" RENAME TO :"template";
SQL
done
