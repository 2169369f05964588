package org.tradehall.parties.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.tradehall.parties.model.Customer;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.Requires;

/** Who buys on his own name. */
@Stateless
public class CustomerService {

  private static final Map<String, String> SORTS = Map.of("code", "c.codeKey", "name", "c.nameKey");
  private static final String MATCH =
      " where (c.nameKey like :part escape '\\' or c.codeKey like :start escape '\\')";

  @Inject EntityManager em;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  @Reads
  @Requires(Permission.CUSTOMER_VIEW)
  public Slice<Customer> search(CustomerQuery query) {
    var where = Search.isBlank(query.text()) ? "" : MATCH;
    var order = Search.orderBy(SORTS, query.sort(), "name", query.descending(), "c.id");
    var rows =
        bind(
                em.createQuery("select c from Customer c" + where + order, Customer.class),
                query.text())
            .setFirstResult(Math.max(0, query.first()))
            .setMaxResults(Search.rows(query.max()))
            .getResultList();
    long total =
        bind(em.createQuery("select count(c) from Customer c" + where, Long.class), query.text())
            .getSingleResult();
    return new Slice<>(rows, total);
  }

  /** At most 20 customers for a picker; those whose code starts so come first. */
  @Reads
  @Requires(Permission.CUSTOMER_VIEW)
  public List<Customer> suggest(String text) {
    if (Search.isBlank(text)) {
      return List.of();
    }
    var order =
        " order by case when c.codeKey like :start escape '\\' then 0 else 1 end, c.nameKey, c.id";
    return bind(em.createQuery("select c from Customer c" + MATCH + order, Customer.class), text)
        .setMaxResults(20)
        .getResultList();
  }

  @Reads
  @Requires(Permission.CUSTOMER_VIEW)
  public Customer get(Long id) {
    var customer = em.find(Customer.class, id);
    if (customer == null) {
      throw new NotFoundException("parties.no-such-customer");
    }
    return customer;
  }

  @Requires(Permission.CUSTOMER_EDIT)
  public Customer create(@NotNull @Valid CustomerForm form) {
    var customer = new Customer(form.code(), form.name(), clock.instant());
    customer.contact(form.email(), form.phone(), form.country());
    em.persist(customer);
    em.flush();
    deeds.fire(new Deed("customer.create", "Customer", customer.getId()).made(customer.facts()));
    return customer;
  }

  /**
   * @throws ConflictException if somebody else changed the customer since it was read
   */
  @Requires(Permission.CUSTOMER_EDIT)
  public Customer update(Long id, @NotNull @Valid CustomerForm form) {
    var customer = get(id);
    if (form.version() != null && !form.version().equals(customer.getVersion())) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    var before = customer.facts();
    customer.rename(form.code(), form.name());
    customer.contact(form.email(), form.phone(), form.country());
    em.flush();
    deeds.fire(new Deed("customer.update", "Customer", id).changed(before, customer.facts()));
    return customer;
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> jpql, String text) {
    return Search.isBlank(text)
        ? jpql
        : jpql.setParameter("part", Search.containing(text))
            .setParameter("start", Search.startingWith(text));
  }
}
