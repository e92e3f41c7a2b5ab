#!/bin/bash
# Opens the logins of bootstrap.sql, when the database is made.
set -euo pipefail
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set public="$PUBLIC_PASSWORD" <<'SQL'
ALTER ROLE tracker_owner PASSWORD :'owner';
ALTER ROLE tracker_app PASSWORD :'app';
ALTER ROLE tracker_public PASSWORD :'public';
SQL
