package org.tradehall.ledger.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.tradehall.ledger.service.CustomerAccountService;
import org.tradehall.parties.model.Customer;
import org.tradehall.shared.model.Money;

/** What the customers of a page owe, asked for once a page. */
@Named
@RequestScoped
public class Balances {
  @EJB CustomerAccountService accounts;
  private List<Customer> asked;
  private Map<Long, Money> balances = Map.of();

  public Money of(Customer customer, List<Customer> page) {
    if (!page.equals(asked)) {
      balances = accounts.balances(page.stream().map(Customer::getId).toList());
      asked = page;
    }
    return balances.getOrDefault(customer.getId(), Money.ZERO);
  }
}
