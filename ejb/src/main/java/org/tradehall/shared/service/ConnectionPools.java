package org.tradehall.shared.service;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The server's pools of connections, by its own management model, as the console works on them. */
public final class ConnectionPools {

  private ConnectionPools() {}

  /**
   * Closes all connections, also those in use.
   *
   * @param pool the name of an XA data source
   */
  public static void letGo(String pool) {
    flush(pool, "flushAllConnectionInPool");
  }

  /** Closes those that nobody uses now, and the others once they come back. */
  public static void letGoIdle(String pool) {
    flush(pool, "flushGracefullyConnectionInPool");
  }

  private static void flush(String pool, String way) {
    try {
      var unused =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("jboss.as:subsystem=datasources,xa-data-source=" + pool),
                  way,
                  new Object[0],
                  new String[0]);
    } catch (JMException e) {
      throw new IllegalStateException("The connections of " + pool + " could not be let go", e);
    }
  }
}
