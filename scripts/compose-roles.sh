#!/bin/sh
# Run once by the database's container: the app's role. Its rights are granted by `npm start`.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$APP_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE atlas_app LOGIN PASSWORD :'password';
SQL
