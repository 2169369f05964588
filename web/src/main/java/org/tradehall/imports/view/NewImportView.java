package org.tradehall.imports.view;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.omnifaces.util.Faces;
import org.tradehall.imports.service.ImportField;
import org.tradehall.imports.service.ImportMapping;
import org.tradehall.imports.service.ImportService;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/** Sending a file: what is in it, and what its columns and values are called. */
@Named
@RequestScoped
public class NewImportView {
  private static final String COLUMN = "column.";

  @EJB ImportService imports;

  private String mapping;
  private Map<String, String> settings;
  private Part file;

  /** From the request itself: the mapping decides which fields a page has when it is restored. */
  @PostConstruct
  void begin() {
    setMapping(Faces.getRequestParameter("mapping"));
  }

  public String upload() throws IOException {
    if (file == null || file.getSize() == 0) {
      throw new InvalidException(Violation.at("file", "imports.file-missing"));
    }
    // Faces has made nothing of what was left empty.
    getSettings().replaceAll((name, value) -> value == null ? "" : value);
    var wanted = ImportMapping.named(mapping).with(getSettings());
    try (var body = file.getInputStream()) {
      var id = imports.upload(file.getSubmittedFileName(), wanted, body);
      return "/app/imports/show?faces-redirect=true&id=" + id;
    }
  }

  /** The settings of the chosen mapping, as they stand or were changed; all as text. */
  public Map<String, String> getSettings() {
    if (settings == null) {
      settings = new TreeMap<>(ImportMapping.named(mapping).settings());
      ImportField.of(ImportMapping.named(mapping).kind())
          .forEach(field -> settings.putIfAbsent(COLUMN + field.key(), ""));
    }
    return settings;
  }

  /** The names of the settings that name columns. */
  public List<String> getColumns() {
    return ImportField.of(ImportMapping.named(mapping).kind()).stream()
        .map(field -> COLUMN + field.key())
        .toList();
  }

  /** The names of the settings that say how values are written. */
  public List<String> getManners() {
    return getSettings().keySet().stream().filter(name -> !name.startsWith(COLUMN)).toList();
  }

  public List<String> getMappings() {
    return ImportMapping.names();
  }

  public String getMapping() {
    return mapping;
  }

  public void setMapping(String mapping) {
    var known = mapping != null && ImportMapping.names().contains(mapping);
    this.mapping = known ? mapping : "sales";
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
