#!/bin/sh
# Prints a new key for backups, for TRADEHALL_BACKUP_KEY in conf/tradehall.env. Without the key nobody opens a backup: keep a copy of
# it, away from the backups.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
exec "$java" -cp "$here/lib/*" org.tradehall.launcher.BackupKey
