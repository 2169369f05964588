package org.tradehall.replica.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tradehall.replica.model.Position;

/** Sends what only looks to the replica, and back to the primary if that does not answer. */
@ApplicationScoped
public class ReadRouting {

  @Inject Route route;
  @Inject Replica replica;
  @Inject OwnWrites ownWrites;
  @Inject OwnTransaction own;

  /**
   * Runs the first use case of a transaction, which is a command.
   *
   * @param work may be called once
   */
  public Object command(Callable<Object> work) throws Exception {
    route.command();
    return work.call();
  }

  /**
   * Runs the first use case of a transaction, which only reads.
   *
   * @param person who asks; null for nobody, who is not sent anywhere
   * @param work may be called twice
   */
  public Object read(Long person, Callable<Object> work) throws Exception {
    if (person == null || !replica.isConfigured()) {
      return command(work);
    }
    var wanted = ownWrites.wanted(person);
    var fallBack =
        wanted.known() ? replica.refuses(wanted.position()) : Optional.of(FallBack.OWN_WRITES);
    if (fallBack.isEmpty()) {
      try {
        var answer = own.run(() -> onReplica(wanted.position(), work));
        replica.served();
        return answer;
      } catch (Exception failure) {
        fallBack = FallBack.of(failure);
        if (fallBack.isEmpty()) {
          replica.served();
          throw failure;
        }
      }
    }
    replica.fellBack(fallBack.get());
    route.primary(Route.learning(ownWrites, person, wanted.version()));
    return work.call();
  }

  private Object onReplica(Position wanted, Callable<Object> work) throws Exception {
    route.replica(Route.catchingUp(wanted, replica));
    return work.call();
  }
}
