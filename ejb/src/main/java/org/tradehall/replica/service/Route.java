package org.tradehall.replica.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import org.tradehall.replica.model.Position;
import org.tradehall.replica.model.Writes;

/** Which copy of the database the running transaction works on. Decided once, by its first call. */
@ApplicationScoped
public class Route {

  private static final String KEY = Route.class.getName();
  private static final String QUESTION = Question.class.getName();

  @PersistenceContext(unitName = "primary")
  EntityManager primary;

  @PersistenceContext(unitName = "replica")
  EntityManager replica;

  @Resource TransactionSynchronizationRegistry transaction;
  @Inject OwnWrites ownWrites;
  @Inject Replica copy;

  private enum Way {
    COMMAND,
    READS_PRIMARY,
    READS_REPLICA
  }

  /** Whether it is too late to decide; also where no transaction is. */
  public boolean isDecided() {
    return !isActive() || way() != null;
  }

  public boolean isOnReplica() {
    return isActive() && way() == Way.READS_REPLICA;
  }

  private boolean isActive() {
    var status = transaction.getTransactionStatus();
    return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
  }

  private Way way() {
    return (Way) transaction.getResource(KEY);
  }

  void command() {
    transaction.putResource(KEY, Way.COMMAND);
  }

  void replica(Optional<Question> question) {
    decide(Way.READS_REPLICA, question);
  }

  void primary(Question question) {
    decide(Way.READS_PRIMARY, Optional.of(question));
  }

  private void decide(Way way, Optional<Question> question) {
    transaction.putResource(KEY, way);
    transaction.putResource(QUESTION, question.orElse(null));
  }

  /** To be asked while the transaction is bound to its business; once. */
  public Optional<Question> question() {
    var question = (Question) transaction.getResource(QUESTION);
    if (question != null) {
      transaction.putResource(QUESTION, null);
    }
    return Optional.ofNullable(question);
  }

  /** Notes whether the person writes in the running transaction, if that is a command. */
  public void watch(Long person) {
    if (way() == Way.COMMAND
        && copy.isConfigured()
        && transaction.getResource(Writes.KEY) == null) {
      var writes = ownWrites.of(person);
      transaction.putResource(Writes.KEY, writes);
      transaction.registerInterposedSynchronization(writes);
    }
  }

  /** The entity manager of the running transaction's copy, for looking. */
  public EntityManager entityManager() {
    return isOnReplica() ? replica : primary;
  }

  /** A statement follows of which nobody knows whether it writes. */
  void mayWrite() {
    if (isActive() && transaction.getResource(Writes.KEY) instanceof Writes writes) {
      writes.note();
    }
  }

  static Question learning(OwnWrites of, Long person, long version) {
    return new Learning(reached -> of.settle(person, version, reached));
  }

  static Optional<Question> catchingUp(Position wanted, Replica replica) {
    return replica.has(wanted) ? Optional.empty() : Optional.of(new CatchingUp(wanted, replica));
  }
}
