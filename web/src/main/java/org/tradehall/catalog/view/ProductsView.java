package org.tradehall.catalog.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.service.ProductQuery;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;

/** The list of products. */
@Named
@RequestScoped
public class ProductsView {
  @EJB ProductService products;

  private String text;
  private String show;
  private final ListState state = new ListState(this::filters, "name", "sku", "price");
  private final SliceTable<Product> table =
      new SliceTable<>(
          state,
          (sort, descending, first, max) ->
              products.search(new ProductQuery(text, active(), sort, descending, first, max)));

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", text);
    filters.put("show", "active".equals(getShown()) ? null : show);
    return filters;
  }

  /** Active products unless others are asked for; null for all. */
  private Boolean active() {
    return "all".equals(show) ? null : Boolean.valueOf("active".equals(getShown()));
  }

  /** Whether nothing narrows the list, so that an empty list means that there is nothing yet. */
  public boolean isUnfiltered() {
    return (text == null || text.isBlank()) && "active".equals(getShown());
  }

  public ListState getState() {
    return state;
  }

  public SliceTable<Product> getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  /** One of active, archived, all. */
  public String getShown() {
    return "all".equals(show) || "archived".equals(show) ? show : "active";
  }

  public String getShow() {
    return show;
  }

  public void setShow(String show) {
    this.show = show;
  }
}
