package org.tradehall.archive.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.archive.model.ArchiveImport;
import org.tradehall.archive.service.ArchiveService;
import org.tradehall.shared.view.Texts;

/** The import of a business: how far it is, and what became of it. */
@Named
@RequestScoped
public class ArchiveImportView {
  @EJB ArchiveService archives;
  @Inject Texts texts;

  private Long id;
  private ArchiveImport found;

  public ArchiveImport getFound() {
    if (found == null) {
      found = archives.find(id);
    }
    return found;
  }

  /** Empty if there is none. */
  public String getProblem() {
    var problem = getFound().problem();
    return problem.isEmpty()
        ? ""
        : texts.error(problem.get(0), problem.subList(1, problem.size()).toArray());
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
