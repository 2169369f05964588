package org.tradehall.backup;

import java.time.Duration;
import org.tradehall.harness.PostgresTools;
import org.tradehall.harness.PostgresTools.Fault;
import org.tradehall.harness.Until;

/**
 * Stands where PostgreSQL's program has done its work and is waited for. It outlives the server.
 */
final class ToolHold implements Hold {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  ToolHold(Fault hanging) {
    PostgresTools.breakBy(hanging);
  }

  @Override
  public void awaitReached() {
    Until.isTrue(PATIENCE, "the program hangs", PostgresTools::hangs);
  }

  @Override
  public void close() {
    PostgresTools.mend();
  }
}
