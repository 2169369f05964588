package org.tradehall.imports.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.imports.model.Reason;
import org.tradehall.imports.service.ImportSteps.Job;
import org.tradehall.shared.model.DomainException;
import org.tradehall.tenancy.service.RunAs;

/**
 * Works on imports in the background, as the user who asked for it. Whatever breaks off leaves the
 * import where its last transaction has put the mark.
 */
@ApplicationScoped
public class ImportRunner {

  /** Rows of one transaction: enough to pay for it, few enough to hold its locks only shortly. */
  static final int ROWS_AT_ONCE = 1_000;

  /** Classes of SQLSTATE. */
  private static final String BAD_DATA = "22";

  private static final String BROKEN_CONSTRAINT = "23";
  private static final String LOST_A_RACE = "40";
  private static final int MOST_RETRIES = 5;

  private static final Logger LOG = Logger.getLogger(ImportRunner.class.getName());

  @Resource ManagedExecutorService executor;
  @Inject RunAs runAs;
  @Inject ImportSteps steps;
  @Inject ImportPlans plans;

  void submit(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportDue due) {
    executor.execute(() -> work(due));
  }

  private void work(ImportDue due) {
    try {
      runAs.run(due.userId(), due.businessId(), due.scope(), () -> work(due.importId()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Import " + due.importId() + " could not be worked on");
    }
  }

  private void work(Long id) {
    try {
      var job = steps.open(id);
      switch (job.state()) {
        case CHECKING -> check(job);
        case RUNNING -> execute(job);
        default -> LOG.log(Level.INFO, "Import {0} is not this server''s to work on", id);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Import " + id + " was interrupted");
      steps.interrupt(id, Reason.of("imports.interrupted"));
    }
  }

  private void check(Job job) throws IOException {
    var dryRun = plans.dryRun(job);
    try (var rows = SourceRows.open(job.file(), job.mapping())) {
      for (var some = next(rows); !some.isEmpty(); some = next(rows)) {
        steps.check(job.id(), dryRun, some);
      }
    }
    steps.endCheck(job.id(), dryRun);
  }

  private static List<SourceRow> next(SourceRows rows) throws IOException {
    var some = new ArrayList<SourceRow>();
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      some.add(row.get());
      if (some.size() == ROWS_AT_ONCE) {
        break;
      }
    }
    return some;
  }

  private void execute(Job job) throws IOException {
    var plan = plans.plan(job);
    var more = true;
    while (more) {
      try {
        more = steps.advance(job.id(), plan, ROWS_AT_ONCE);
      } catch (RuntimeException e) {
        LOG.log(Level.FINE, "Steps together were refused, now one by one", e);
        more = executeOneByOne(job, plan);
      }
    }
  }

  /** Finds the step that cannot be posted and leaves only that one out. */
  private boolean executeOneByOne(Job job, ImportPlan plan) {
    var retries = 0;
    for (var i = 0; i < ROWS_AT_ONCE; i++) {
      try {
        if (!steps.advance(job.id(), plan, 1)) {
          return false;
        }
      } catch (RuntimeException e) {
        var state = sqlState(e);
        if (!state.startsWith(LOST_A_RACE) || ++retries > MOST_RETRIES) {
          return steps.refuse(job.id(), reason(e, state));
        }
      }
    }
    return true;
  }

  /**
   * @throws RuntimeException the refusal itself, if it is not the document's fault
   */
  private static Reason reason(RuntimeException refusal, String sqlState) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof DomainException domain) {
        return Reason.of(domain.code(), domain.arguments());
      }
    }
    if (sqlState.startsWith(BAD_DATA) || sqlState.startsWith(BROKEN_CONSTRAINT)) {
      return Reason.of("imports.database-refused");
    }
    throw refusal;
  }

  /** Empty if no statement was refused. */
  private static String sqlState(Throwable refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
