package org.tradehall.archive.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.shared.model.DomainException;
import org.tradehall.tenancy.service.AdoptionService;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * Brings a business in, as who asked for it, in one transaction: whatever does not end well has
 * never been.
 */
@ApplicationScoped
public class ArchiveWork {

  private static final Logger LOG = Logger.getLogger(ArchiveWork.class.getName());

  private static final Duration LONGEST = Duration.ofHours(2);

  private static final Duration BETWEEN_NEWS = Duration.ofMillis(500);

  @Inject BusinessContext context;
  @Inject AdoptionService adoption;
  @Inject ArchiveImports imports;
  @Inject UserTransaction transaction;

  @ActivateRequestContext
  public void run(ArchiveDue due, ReceivedArchive archive) {
    context.identify(due.userId());
    try {
      bring(due, archive);
    } catch (Exception e) {
      rollback();
      context.identify(due.userId());
      tell(due, e);
    }
  }

  private void bring(ArchiveDue due, ReceivedArchive archive)
      throws NotSupportedException,
          SystemException,
          HeuristicMixedException,
          HeuristicRollbackException,
          RollbackException {
    transaction.setTransactionTimeout((int) LONGEST.toSeconds());
    try {
      transaction.begin();
      var business =
          adoption.adopt(
              due.business(),
              due.ownerEmail(),
              (connection, businessId) -> arrive(due, archive, connection, businessId));
      transaction.commit();
      LOG.log(
          Level.INFO,
          "Archive import {0} has opened business {1}",
          new Object[] {due.id(), business.getId()});
    } finally {
      transaction.setTransactionTimeout(0);
    }
  }

  private Map<String, Object> arrive(
      ArchiveDue due, ReceivedArchive archive, Connection connection, long businessId)
      throws SQLException, IOException {
    var arrival = new Arrival(connection, businessId, archive, news(due.id()));
    arrival.bring();
    ArchiveImports.done(connection, due.id(), businessId);
    return arrival.told();
  }

  private LongConsumer news(long id) {
    return new LongConsumer() {
      private long told = System.nanoTime();

      @Override
      public void accept(long rows) {
        if (System.nanoTime() - told > BETWEEN_NEWS.toNanos()) {
          imports.advance(id, rows);
          told = System.nanoTime();
        }
      }
    };
  }

  private void rollback() {
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException e) {
      throw new IllegalStateException("An import of a business could not be rolled back", e);
    }
  }

  private void tell(ArchiveDue due, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DomainException refusal) {
        imports.fail(due.id(), refusal.code(), refusal.arguments());
        return;
      }
    }
    LOG.log(Level.WARNING, failure, () -> "Archive import " + due.id() + " failed");
    imports.fail(due.id(), "archive.failed");
  }
}
