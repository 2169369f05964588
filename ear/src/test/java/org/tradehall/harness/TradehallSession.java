package org.tradehall.harness;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Stops at the end of the test run whatever the tests have started, also when they failed or were
 * stopped.
 */
public final class TradehallSession implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (runsTests()) {
      Runtime.getRuntime().addShutdownHook(new Thread(Tradehall::stop, "tradehall-stop"));
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (runsTests()) {
      Chromium.close();
      Tradehall.stop();
    }
  }

  /** Maven opens a session as well, in order to divide the tests among the forks. */
  private static boolean runsTests() {
    return System.getProperty("tradehall.it.work") != null;
  }
}
