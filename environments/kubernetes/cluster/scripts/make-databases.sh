#!/bin/sh
# Clones every template database for the preview, anew at each call: a migration that was edited in review runs again.
# psql finds the server and its administrator in PGHOST, PGPORT, PGUSER and PGPASSWORD.
set -eu
. "${0%/*}/names.sh"

for name in $databases; do
  psql --no-psqlrc --quiet --dbname postgres --set ON_ERROR_STOP=1 \
    --set clone="$(database "$name")" --set password="$(password database)" --set template="${name}_template" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'clone')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'clone') \gexec
ALTER ROLE :"clone" PASSWORD :'password';
GRANT :"clone" TO CURRENT_USER;
DROP DATABASE IF EXISTS :"clone" WITH (FORCE);
CREATE DATABASE :"clone" TEMPLATE :"template" OWNER :"clone";
REVOKE ALL ON DATABASE :"clone" FROM PUBLIC;
\connect :"clone"
ALTER SCHEMA public OWNER TO :"clone";
-- The migrations of the branch change tables, so they must own them.
SELECT format('ALTER %s public.%I OWNER TO %I', CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, relname, :'clone')
  FROM pg_class AS it
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S', 'v')
    -- A sequence that belongs to a column follows its table.
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = it.oid AND deptype IN ('a', 'i') AND classid = 'pg_class'::regclass) \gexec
SQL
done
