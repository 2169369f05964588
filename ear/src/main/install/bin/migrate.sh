#!/bin/sh
# Brings the database's schema up to date, as its owner. Run it before the first start and before the first start of a new version.
# The owner's password comes from the environment (TRADEHALL_OWNER_PASSWORD) or is asked for; it is stored nowhere.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
set -a
. "$here/conf/tradehall.env"
set +a

if [ -z "${TRADEHALL_OWNER_PASSWORD:-}" ] && [ -t 0 ]; then
  printf 'Password of tradehall_owner: '
  stty -echo
  read -r TRADEHALL_OWNER_PASSWORD || true
  stty echo
  echo
  export TRADEHALL_OWNER_PASSWORD
fi
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
exec "$java" -cp "$here/lib/*" org.tradehall.launcher.Migration
