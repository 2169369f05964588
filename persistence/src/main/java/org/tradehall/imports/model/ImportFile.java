package org.tradehall.imports.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tradehall.shared.model.BusinessOwned;

/**
 * The file of an import, gzipped. Apart from the import, so that lists do not load it, and that it
 * can go when nobody needs it any more; the report of its rows stays.
 */
@Entity
@Table(name = "import_files")
public class ImportFile extends BusinessOwned {

  @Column(name = "import_id", updatable = false)
  private Long importId;

  @Column(updatable = false)
  private byte[] content;

  protected ImportFile() {}

  public ImportFile(Long importId, byte[] gzipped) {
    this.importId = importId;
    this.content = gzipped.clone();
  }

  public byte[] getContent() {
    return content.clone();
  }
}
