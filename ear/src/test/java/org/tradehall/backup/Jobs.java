package org.tradehall.backup;

import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.tradehall.harness.Management;
import org.tradehall.launcher.Server;

/** The batch jobs as a server's management shows and starts them. */
final class Jobs {

  private Jobs() {}

  private static ModelNode batch() {
    return new ModelNode()
        .add("deployment", "tradehall.ear")
        .add("subdeployment", "ejb.jar")
        .add("subsystem", "batch-jberet");
  }

  /**
   * Starts one on that server and on no other.
   *
   * @param properties names and values by turns
   * @return the id of its execution
   */
  static long start(Server server, String job, Object... properties) {
    var start = Operations.createOperation("start-job", batch());
    start.get("job-xml-name").set(job);
    for (int i = 0; i < properties.length; i += 2) {
      start.get("properties", String.valueOf(properties[i])).set(String.valueOf(properties[i + 1]));
    }
    return Management.execute(server, start).asLong();
  }

  /** Stops an execution, which that server works on. */
  static void stop(Server server, long execution) {
    var stop = Operations.createOperation("stop-job", batch());
    stop.get("execution-id").set(execution);
    var unused = Management.execute(server, stop);
  }

  /** How an execution stands, as a server shows it. */
  static String status(Server server, String job, long execution) {
    var address = batch().add("job", job).add("execution", String.valueOf(execution));
    return Management.execute(
            server, Operations.createReadAttributeOperation(address, "batch-status"))
        .asString();
  }
}
