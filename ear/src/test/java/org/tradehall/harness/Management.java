package org.tradehall.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.tradehall.launcher.Server;

/** A server's management model, on which its console and its command line work. */
public final class Management {

  private Management() {}

  /**
   * @throws AssertionError with the server's words if it refuses
   */
  public static ModelNode execute(Server server, ModelNode operation) {
    try (var client =
        ModelControllerClient.Factory.create("remote+http", "127.0.0.1", server.managementPort())) {
      var answer = client.execute(operation);
      if (!Operations.isSuccessfulOutcome(answer)) {
        throw new AssertionError(Operations.getFailureDescription(answer).asString());
      }
      return Operations.readResult(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
