package org.tradehall.imports.service;

import static org.tradehall.imports.service.ImportField.CODE;
import static org.tradehall.imports.service.ImportField.COUNTRY;
import static org.tradehall.imports.service.ImportField.EMAIL;
import static org.tradehall.imports.service.ImportField.NAME;
import static org.tradehall.imports.service.ImportField.PHONE;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.parties.model.Customer;
import org.tradehall.parties.service.CustomerForm;
import org.tradehall.parties.service.CustomerService;

/** A file of customers. A column that the file has not leaves the customer as it is. */
final class CustomerCards implements Cards {

  private final KnownRecords known;
  private final CustomerService customers;
  private final FormCheck check;
  private Map<String, Customer> existing = Map.of();

  CustomerCards(KnownRecords known, CustomerService customers, FormCheck check) {
    this.known = known;
    this.customers = customers;
    this.check = check;
  }

  @Override
  public ImportField code() {
    return CODE;
  }

  @Override
  public void look(List<SourceRow> rows) {
    var codes = new HashSet<String>();
    rows.forEach(row -> codes.add(row.text(CODE)));
    existing = known.customers(codes);
  }

  @Override
  public Change change(SourceRow row) throws RowProblem {
    var customer = existing.get(row.code(CODE));
    var form =
        new CustomerForm(
            row.text(CODE),
            row.required(NAME),
            text(row, EMAIL, customer == null ? null : customer.getEmail()),
            text(row, PHONE, customer == null ? null : customer.getPhone()),
            text(row, COUNTRY, customer == null ? null : customer.getCountry()),
            customer == null ? null : customer.getVersion());
    check.check(form);
    if (customer == null) {
      return new Change(RowOutcome.CREATED, () -> customers.create(form));
    }
    if (same(form, customer)) {
      return new Change(RowOutcome.SKIPPED, () -> {});
    }
    return new Change(RowOutcome.UPDATED, () -> customers.update(customer.getId(), form));
  }

  private static String text(SourceRow row, ImportField field, String otherwise) {
    var text = row.text(field);
    return !row.has(field) ? otherwise : text.isEmpty() ? null : text;
  }

  private static boolean same(CustomerForm form, Customer customer) {
    return form.name().equals(customer.getName())
        && Objects.equals(form.email(), customer.getEmail())
        && Objects.equals(form.phone(), customer.getPhone())
        && Objects.equals(form.country(), customer.getCountry());
  }
}
