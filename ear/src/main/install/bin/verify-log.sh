#!/bin/sh
# Recomputes the seals of the system log of every business and of the platform, and names the first entry that was tampered with.
#   bin/verify-log.sh --keep FILE      also writes where each log ends now; keep FILE away from the database server
#   bin/verify-log.sh --against FILE   compares with such a file: finds logs that were cut off or written anew
# Ends with 0 if all is whole, 1 if not, 2 if that could not be found out. Reads as tradehall_platform.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
set -a
. "$here/conf/tradehall.env"
set +a
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
exec "$java" -cp "$here/lib/*" org.tradehall.launcher.LogVerification "$@"
