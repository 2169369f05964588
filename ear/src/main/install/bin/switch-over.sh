#!/bin/sh
# Run it after the standby has been promoted to the primary: the running server leaves its connections and takes new ones, to
# whichever of the two servers is the primary now. Nothing is deployed or restarted. To be run on every node, as the server's user.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
set -a
. "$here/conf/tradehall.env"
set +a

flush=
for source in primary platform replica; do
  flush="$flush,/subsystem=datasources/xa-data-source=$source:flush-all-connection-in-pool"
done
flush="$flush,/subsystem=datasources/data-source=operations:flush-all-connection-in-pool"
exec "$here/server/bin/jboss-cli.sh" --connect --controller="127.0.0.1:${TRADEHALL_MANAGEMENT_PORT:-9990}" --timeout=30000 \
  --commands="${flush#,}"
