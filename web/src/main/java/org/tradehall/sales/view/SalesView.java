package org.tradehall.sales.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.sales.model.SaleRow;
import org.tradehall.sales.service.SaleQuery;
import org.tradehall.sales.service.SaleService;
import org.tradehall.sales.service.SaleSums;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;

/** The list of sales. Dates in the address are ISO 8601, as the browser's date fields send them. */
@Named
@RequestScoped
public class SalesView {
  @EJB SaleService sales;
  @EJB CustomerService customers;

  private String text;
  private Long customer;
  private String from;
  private String to;
  private String show;
  private SaleSums sums;
  private final ListState state = new ListState(this::filters, "number", "date", "total");
  private final SliceTable<SaleRow> table =
      new SliceTable<>(
          state,
          (sort, descending, first, max) ->
              sales.search(query(sort, sort == null || descending, first, max)));

  private SaleQuery query(String sort, boolean descending, int first, int max) {
    var due = "due".equals(getShown());
    return new SaleQuery(
        text,
        customer,
        ListState.date(from),
        ListState.date(to),
        due,
        sort,
        descending,
        first,
        max);
  }

  /** Of all sales that the filters leave, not of the page only. */
  public SaleSums getSums() {
    if (sums == null) {
      sums = sales.sum(query(null, true, 0, 1));
    }
    return sums;
  }

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", text);
    filters.put("customer", customer == null ? null : customer.toString());
    filters.put("from", from);
    filters.put("to", to);
    filters.put("show", "due".equals(getShown()) ? show : null);
    return filters;
  }

  public boolean isUnfiltered() {
    return new ListState(this::filters).getAddress().equals("?");
  }

  /** Name of the customer to whom the list is narrowed; null if it is not. */
  public String getCustomerName() {
    return customer == null ? null : customers.get(customer).getName();
  }

  /** One of all, due. */
  public String getShown() {
    return "due".equals(show) ? "due" : "all";
  }

  /** The same list with another {@code show}. */
  public String addressShowing(String other) {
    var kept = filters();
    kept.put("show", "due".equals(other) ? other : null);
    return new ListState(() -> kept).getAddress();
  }

  public ListState getState() {
    return state;
  }

  public SliceTable<SaleRow> getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getCustomer() {
    return customer;
  }

  public void setCustomer(Long customer) {
    this.customer = customer;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getShow() {
    return show;
  }

  public void setShow(String show) {
    this.show = show;
  }
}
