package org.tradehall.imports.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tradehall.imports.model.ImportFile;
import org.tradehall.shared.service.Anyone;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.Requires;

/** The files of imports, which are kept only for as long as somebody may need them. */
@Stateless
public class ImportFiles {

  /** How long the file of an import waits that nobody completes. */
  public static final Duration KEPT = Duration.ofDays(30);

  @Inject EntityManager em;

  /** Empty if it was deleted. */
  @Requires(Permission.IMPORT_RUN)
  public Optional<ImportFile> find(Long importId) {
    return em.createQuery("select f from ImportFile f where f.importId = :id", ImportFile.class)
        .setParameter("id", importId)
        .getResultStream()
        .findFirst();
  }

  /** Whether the file is still there; without loading it. */
  @Requires(Permission.IMPORT_RUN)
  public boolean isKept(Long importId) {
    return em.createQuery("select count(f) from ImportFile f where f.importId = :id", Long.class)
            .setParameter("id", importId)
            .getSingleResult()
        > 0;
  }

  /** Deletes the file of an import that is over. */
  @Requires(Permission.IMPORT_RUN)
  public void delete(Long importId) {
    em.createQuery("delete from ImportFile f where f.importId = :id")
        .setParameter("id", importId)
        .executeUpdate();
  }

  /**
   * Deletes the files that this business sent before the given time.
   *
   * @return how many
   */
  @Anyone("done by the night's work, for everybody; the file is not looked at")
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int deleteSentBefore(Instant time) {
    return em.createQuery(
            "delete from ImportFile f where f.importId in"
                + " (select i.id from Import i where i.createdAt < :time)")
        .setParameter("time", time)
        .executeUpdate();
  }
}
