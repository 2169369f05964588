package org.tradehall.parties.api;

import java.util.Currency;
import org.tradehall.parties.model.Customer;
import org.tradehall.shared.model.Money;

/**
 * A customer as the API tells it.
 *
 * @param balance decimal text in the business's currency; positive when the customer owes
 */
public record CustomerJson(
    Long id,
    String code,
    String name,
    String email,
    String phone,
    String country,
    String balance,
    Integer version) {

  static CustomerJson of(Customer customer, Money balance, Currency currency) {
    var owed = balance == null ? Money.ZERO : balance;
    return new CustomerJson(
        customer.getId(),
        customer.getCode(),
        customer.getName(),
        customer.getEmail(),
        customer.getPhone(),
        customer.getCountry(),
        owed.in(currency).toPlainString(),
        customer.getVersion());
  }
}
