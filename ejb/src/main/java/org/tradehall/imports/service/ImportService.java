package org.tradehall.imports.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tradehall.imports.model.FileTotals;
import org.tradehall.imports.model.Import;
import org.tradehall.imports.model.ImportProgress;
import org.tradehall.imports.model.ImportRow;
import org.tradehall.imports.model.ReportRow;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.replica.service.Reads;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.model.TooLargeException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Node;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.Requires;

/**
 * Importing files: upload, which starts the dry run; its report; then the execution, which can be
 * stopped and taken up again. The same file twice adds nothing, for what it would make is there.
 */
@Stateless
@Requires(Permission.IMPORT_RUN)
public class ImportService {

  /** The most lines of a report at once. */
  public static final int MOST_REPORT_ROWS = 5_000;

  @Inject EntityManager em;
  @Inject ImportSteps steps;
  @Inject ImportTotals totals;
  @Inject Node node;
  @Inject SettingValues settings;
  @Inject Clock clock;

  /**
   * Takes a file in and starts its dry run in the background. The file is read through once, so
   * that one which cannot be read is refused here. No transaction is open meanwhile: the body may
   * come slowly.
   *
   * @param fileName as the user knows it; only shown
   * @param body CSV text, plain or gzipped; not closed
   * @return the id of the import
   * @throws TooLargeException beyond 50 MB as sent or 100 MB unpacked
   * @throws InvalidException if the file cannot be read by the mapping; names line and column
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Long upload(String fileName, ImportMapping mapping, InputStream body) {
    try {
      var file = SourceFile.receive(body, largestUpload());
      return steps.save(shown(fileName), mapping, file, count(file, mapping));
    } catch (FileProblem problem) {
      throw refusal(problem);
    } catch (IOException e) {
      throw new InvalidException(Violation.at("file", "imports.file-broken-off"));
    }
  }

  private long largestUpload() {
    return (long) settings.getForAll(Settings.IMPORT_MEGABYTES) << 20;
  }

  private static int count(SourceFile file, ImportMapping mapping) throws IOException {
    var count = 0;
    try (var rows = SourceRows.open(file, mapping)) {
      while (rows.next().isPresent()) {
        count++;
      }
    }
    if (count == 0) {
      throw new FileProblem("imports.file-empty");
    }
    return count;
  }

  private static String shown(String fileName) {
    var name = fileName == null ? "" : fileName.replaceAll("\\p{Cntrl}", " ").strip();
    var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return bare.isEmpty() ? "import.csv" : bare.substring(0, Math.min(bare.length(), 200));
  }

  private static RuntimeException refusal(FileProblem problem) {
    if (problem.isAboutSize()) {
      return new TooLargeException(problem.code(), problem.arguments().toArray());
    }
    var arguments = problem.arguments().toArray(Serializable[]::new);
    return new InvalidException(Violation.at("file", problem.code(), arguments));
  }

  /** The imports of the business, newest first, without their outcomes. */
  public Slice<ImportProgress> search(int first, int max) {
    var now = clock.instant();
    var rows =
        em.createQuery("select i from Import i order by i.createdAt desc, i.id desc", Import.class)
            .setFirstResult(Math.max(0, first))
            .setMaxResults(Search.rows(max))
            .getResultStream()
            .map(found -> ImportProgress.of(found, node.name(), now, Map.of()))
            .toList();
    long count = em.createQuery("select count(i) from Import i", Long.class).getSingleResult();
    return new Slice<>(rows, count);
  }

  /**
   * @throws NotFoundException if there is no such import in this business
   */
  public ImportProgress get(Long id) {
    return ImportProgress.of(find(id), node.name(), clock.instant(), outcomes(id));
  }

  private Import find(Long id) {
    var found = em.find(Import.class, id);
    if (found == null) {
      throw new NotFoundException("imports.no-such-import");
    }
    return found;
  }

  private Map<RowOutcome, Long> outcomes(Long id) {
    var outcomes = new EnumMap<RowOutcome, Long>(RowOutcome.class);
    em.createQuery(
            "select r.outcome, count(r) from ImportRow r where r.importId = :id group by r.outcome",
            Object[].class)
        .setParameter("id", id)
        .getResultList()
        .forEach(pair -> outcomes.put((RowOutcome) pair[0], (Long) pair[1]));
    return outcomes;
  }

  /**
   * Starts the execution, or takes it up where it was stopped or died; a dry run that died begins
   * anew.
   *
   * @throws RefusedException if it is not checked, over, or under way
   */
  public void execute(Long id) {
    steps.execute(id);
  }

  /**
   * Stops the execution after the transaction under way.
   *
   * @throws RefusedException if it is not under way
   */
  public void stop(Long id) {
    steps.stop(id);
  }

  /**
   * Lines of the report by row number.
   *
   * @param outcome only these, or null for all
   * @param behind the row number after which to begin; 0 for the start
   */
  @Reads
  public List<ReportRow> report(Long id, RowOutcome outcome, int behind, int max) {
    var done = find(id).getStepsDone();
    var query =
        em.createQuery(
                "select r from ImportRow r where r.importId = :id and r.rowNumber > :behind"
                    + (outcome == null ? "" : " and r.outcome = :outcome")
                    + " order by r.rowNumber",
                ImportRow.class)
            .setParameter("id", id)
            .setParameter("behind", behind)
            .setMaxResults(Math.max(1, Math.min(max, MOST_REPORT_ROWS)));
    if (outcome != null) {
      query.setParameter("outcome", outcome);
    }
    return query.getResultStream().map(row -> ReportRow.of(row, done)).toList();
  }

  /** What stands in the books of the documents that the file names, by whichever import. */
  @Reads
  public FileTotals booked(Long id) {
    return totals.booked(find(id).getId());
  }
}
