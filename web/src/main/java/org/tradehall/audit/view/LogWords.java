package org.tradehall.audit.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.tradehall.audit.model.LogEntry;
import org.tradehall.shared.view.Texts;

/** Says in words what stands in the log in short. What has no words yet is shown as it is. */
@Named
@ApplicationScoped
public class LogWords {

  private static final String BUNDLE = "org.tradehall.messages.audit";

  /** Pages of things, each to be followed by the thing's id. */
  private static final Map<String, String> PAGES =
      Map.of(
          "Product", "/app/products/edit?id=",
          "Customer", "/app/customers/edit?id=",
          "Sale", "/app/sales/show?id=",
          "Expense", "/app/expenses/show?id=",
          "Import", "/app/imports/show?id=");

  @Inject Texts texts;

  public String action(String action) {
    return word("audit.action.", action);
  }

  public String entity(String entity) {
    return word("audit.entity.", entity);
  }

  public String field(String field) {
    var setting = "settings.name." + field;
    return texts.containsKey(setting) ? texts.get(setting) : word("audit.field.", field);
  }

  private String word(String kind, String name) {
    var key = kind + name;
    return texts.containsKey(key) ? texts.get(key) : name;
  }

  /** The page of the thing that an entry is about; null if it has none. */
  public String page(LogEntry entry) {
    var page = PAGES.get(entry.getEntity());
    return page == null || entry.getEntityId() == null ? null : page + entry.getEntityId();
  }

  public List<SelectItem> getActions() {
    return known("action.");
  }

  public List<SelectItem> getEntities() {
    return known("entity.");
  }

  private List<SelectItem> known(String kind) {
    return ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).keySet().stream()
        .filter(key -> key.startsWith(kind))
        .map(key -> new SelectItem(key.substring(kind.length()), texts.get("audit." + key)))
        .sorted(Comparator.comparing(SelectItem::getLabel))
        .toList();
  }
}
