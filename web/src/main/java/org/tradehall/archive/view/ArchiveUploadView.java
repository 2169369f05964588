package org.tradehall.archive.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import org.tradehall.archive.model.ArchiveImport;
import org.tradehall.archive.service.ArchiveOrder;
import org.tradehall.archive.service.ArchiveService;
import org.tradehall.archive.service.LeftOut;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/** Sending the archive of a business that comes from another installation. */
@Named
@RequestScoped
public class ArchiveUploadView {
  @EJB ArchiveService archives;

  private Part file;
  private String name;
  private String ownerEmail;
  private List<ArchiveImport> latest;

  /** Asked when the page is opened: an empty form asks for its right as well. */
  public void load() {
    latest = archives.list();
  }

  public String upload() throws IOException {
    if (file == null || file.getSize() == 0) {
      throw new InvalidException(Violation.at("file", "archive.choose"));
    }
    try (var body = file.getInputStream()) {
      var order = new ArchiveOrder(name, ownerEmail);
      var id = archives.upload(file.getSubmittedFileName(), order, body);
      return "/platform/business-import?faces-redirect=true&id=" + id;
    }
  }

  public List<ArchiveImport> getLatest() {
    if (latest == null) {
      load();
    }
    return latest;
  }

  /** What does not come along. */
  public LeftOut[] getLeftOut() {
    return LeftOut.values();
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getOwnerEmail() {
    return ownerEmail;
  }

  public void setOwnerEmail(String ownerEmail) {
    this.ownerEmail = ownerEmail;
  }
}
