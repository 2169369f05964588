package org.tradehall.imports.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tradehall.imports.model.Import;
import org.tradehall.imports.model.ImportFile;
import org.tradehall.imports.model.ImportRow;
import org.tradehall.imports.model.ImportState;
import org.tradehall.imports.model.Reason;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Node;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/**
 * The transactions of which the work on an import consists. Each begins by locking the import, so
 * that two nodes never work on the same one, and ends with the mark moved.
 */
@Stateless
@Requires(Permission.IMPORT_RUN)
public class ImportSteps {

  /** So many steps are named in one statement. */
  private static final int STEPS_AT_ONCE = 1_000;

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject ImportFiles files;
  @Inject Node node;
  @Inject Clock clock;
  @Inject Event<Deed> deeds;
  @Inject Event<ImportDue> due;

  /** What the work needs to know, read once. */
  record Job(Long id, ImportState state, ImportMapping mapping, SourceFile file) {}

  /** Keeps an uploaded file and has its dry run begin once this transaction is through. */
  public Long save(String fileName, ImportMapping mapping, SourceFile file, int rowCount) {
    var now = clock.instant();
    var made =
        new Import(mapping.kind(), mapping.toText(), fileName, rowCount, now, context.getUserId());
    made.beginCheck(node.name(), now);
    em.persist(made);
    em.persist(new ImportFile(made.getId(), file.packed()));
    deeds.fire(new Deed("import.upload", "Import", made.getId(), Map.of("rows", rowCount)));
    submit(made);
    return made.getId();
  }

  /** Has the execution, or a dry run that broke off, go on once this transaction is through. */
  public void execute(Long id) {
    var found = lock(id);
    var now = clock.instant();
    if (found.getState() != ImportState.COMPLETED && !files.isKept(id)) {
      throw new RefusedException("imports.file-gone");
    }
    if (found.isInterruptedCheck(node.name(), now)) {
      found.beginCheck(node.name(), now);
    } else {
      found.execute(node.name(), now);
    }
    deeds.fire(new Deed("import.execute", "Import", id));
    submit(found);
  }

  /** Stops the execution: whoever works on it finds that out with its next transaction. */
  public void stop(Long id) {
    lock(id).stop(clock.instant());
  }

  private void submit(Import found) {
    due.fire(
        new ImportDue(
            found.getId(), context.getBusinessId(), context.getUserId(), context.getPermissions()));
  }

  /** Takes up the work, if it is this node's. A dry run begins anew. */
  public Job open(Long id) {
    var found = lock(id);
    if (found.isWorkOf(node.name()) && found.getState() == ImportState.CHECKING) {
      em.createQuery("delete from ImportRow r where r.importId = :id")
          .setParameter("id", id)
          .executeUpdate();
    }
    var file = files.find(id).orElseThrow(() -> new RefusedException("imports.file-gone"));
    var state = found.isWorkOf(node.name()) ? found.getState() : ImportState.STOPPED;
    var mapping = ImportMapping.parse(found.getKind(), found.getMapping());
    return new Job(id, state, mapping, new SourceFile(file.getContent()));
  }

  /** Keeps the outcome of some more rows of a dry run. */
  public void check(Long id, DryRun dryRun, List<SourceRow> rows) {
    var found = lockWork(id, ImportState.CHECKING);
    dryRun.check(rows).forEach(em::persist);
    found.checked(rows.size(), clock.instant());
  }

  /** Ends a dry run. A document with a bad row is left out as a whole, and its good rows say so. */
  public void endCheck(Long id, DryRun dryRun) {
    var found = lockWork(id, ImportState.CHECKING);
    var spoilt = new ArrayList<>(dryRun.spoiltSteps());
    for (var from = 0; from < spoilt.size(); from += STEPS_AT_ONCE) {
      em.createQuery(
              "update ImportRow r set r.outcome = :error, r.reason = :reason"
                  + " where r.importId = :id and r.step in :steps and r.outcome <> :error")
          .setParameter("error", RowOutcome.ERROR)
          .setParameter("reason", "imports.document-spoilt")
          .setParameter("id", id)
          .setParameter(
              "steps", spoilt.subList(from, Math.min(from + STEPS_AT_ONCE, spoilt.size())))
          .executeUpdate();
    }
    found.endCheck(dryRun.steps(), dryRun.totals(), clock.instant());
  }

  /**
   * Posts the next steps and moves the mark, in one transaction.
   *
   * @param mostRows about so many rows; at least one step
   * @return whether there is more to do
   */
  public boolean advance(Long id, ImportPlan plan, int mostRows) {
    var found = lock(id);
    if (!found.isWorkOf(node.name()) || found.getState() != ImportState.RUNNING) {
      return false;
    }
    waitForOtherImports();
    var rows = nextRows(found, mostRows);
    plan.post(rows);
    move(found, rows);
    return found.getState() == ImportState.RUNNING;
  }

  /**
   * Two imports of a business that name the same documents, products or customers take turns, each
   * transaction at a time, so that the later sees what the earlier has made.
   */
  private void waitForOtherImports() {
    try (var lock =
        em.unwrap(Connection.class)
            .prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended('imports', app_business()))")) {
      lock.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("No turn among the imports could be had", e);
    }
  }

  /** Leaves out the next step because it was refused, and moves the mark behind it. */
  public boolean refuse(Long id, Reason reason) {
    var found = lockWork(id, ImportState.RUNNING);
    var rows = nextRows(found, 1);
    rows.forEach(row -> row.refuse(reason));
    move(found, rows);
    return found.getState() == ImportState.RUNNING;
  }

  private void move(Import found, List<ImportRow> rows) {
    var last = rows.get(rows.size() - 1).getStep();
    found.advance(last - found.getStepsDone(), rows.size(), clock.instant());
    if (found.getState() == ImportState.COMPLETED) {
      files.delete(found.getId());
      deeds.fire(
          new Deed(
              "import.complete", "Import", found.getId(), Map.of("rows", found.getRowsDone())));
    }
  }

  /** The rows of the next steps, whole steps only. */
  private List<ImportRow> nextRows(Import found, int mostRows) {
    var some = rowsBehind(found, mostRows + 1);
    if (some.size() <= mostRows) {
      return some;
    }
    var cut = some.get(mostRows).getStep();
    var whole = some.stream().filter(row -> row.getStep() != cut).toList();
    return whole.isEmpty() ? rowsOf(found, cut) : whole;
  }

  private List<ImportRow> rowsBehind(Import found, int most) {
    return em.createQuery(
            "select r from ImportRow r where r.importId = :id and r.step > :done"
                + " order by r.step, r.rowNumber",
            ImportRow.class)
        .setParameter("id", found.getId())
        .setParameter("done", found.getStepsDone())
        .setMaxResults(most)
        .getResultList();
  }

  private List<ImportRow> rowsOf(Import found, int step) {
    return em.createQuery(
            "select r from ImportRow r where r.importId = :id and r.step = :step order by r.rowNumber",
            ImportRow.class)
        .setParameter("id", found.getId())
        .setParameter("step", step)
        .getResultList();
  }

  /** Notes why the work broke off; it can be taken up again. */
  public void interrupt(Long id, Reason reason) {
    var found = lock(id);
    if (found.isWorkOf(node.name())) {
      found.interrupt(reason, clock.instant());
    }
  }

  private Import lockWork(Long id, ImportState state) {
    var found = lock(id);
    if (!found.isWorkOf(node.name()) || found.getState() != state) {
      throw new NotFoundException("imports.not-our-work");
    }
    return found;
  }

  private Import lock(Long id) {
    var found = em.find(Import.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new NotFoundException("imports.no-such-import");
    }
    return found;
  }
}
