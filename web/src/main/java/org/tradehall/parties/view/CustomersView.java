package org.tradehall.parties.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tradehall.parties.model.Customer;
import org.tradehall.parties.service.CustomerQuery;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;

/** The list of customers. */
@Named
@RequestScoped
public class CustomersView {
  @EJB CustomerService customers;

  private String text;
  private final ListState state = new ListState(this::filters, "name", "code");
  private final SliceTable<Customer> table =
      new SliceTable<>(
          state,
          (sort, descending, first, max) ->
              customers.search(new CustomerQuery(text, sort, descending, first, max)));

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", text);
    return filters;
  }

  public boolean isUnfiltered() {
    return text == null || text.isBlank();
  }

  public ListState getState() {
    return state;
  }

  public SliceTable<Customer> getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
