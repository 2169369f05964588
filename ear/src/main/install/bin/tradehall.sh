#!/bin/sh
# Runs Tradehall in the foreground until it is told to stop (TERM or Ctrl-C). Settings: conf/tradehall.env
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
set -a
. "$here/conf/tradehall.env"
set +a

for name in TRADEHALL_DB_PASSWORD TRADEHALL_PLATFORM_PASSWORD TRADEHALL_BACKUP_PASSWORD TRADEHALL_OPERATOR_PASSWORD \
  TRADEHALL_SECRET_KEY TRADEHALL_BACKUP_KEY; do
  if eval "[ -z \"\${$name:-}\" ]"; then
    echo "Tradehall: $name is not set in conf/tradehall.env" >&2
    exit 1
  fi
done

data=${TRADEHALL_DATA:-$here/data}
logs=${TRADEHALL_LOGS:-$here/logs}
mkdir -p "$data" "$logs"

JAVA_OPTS="-Xms128m -Xmx${TRADEHALL_HEAP:-1g} -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Dfile.encoding=UTF-8 ${TRADEHALL_JAVA_OPTS:-}"
LAUNCH_JBOSS_IN_BACKGROUND=1
export JAVA_OPTS LAUNCH_JBOSS_IN_BACKGROUND
exec "$here/server/bin/standalone.sh" \
  -b "${TRADEHALL_BIND:-127.0.0.1}" \
  -Djboss.http.port="${TRADEHALL_PORT:-8080}" \
  -Djboss.management.http.port="${TRADEHALL_MANAGEMENT_PORT:-9990}" \
  -Djboss.server.data.dir="$data" \
  -Djboss.server.log.dir="$logs" \
  "$@"
