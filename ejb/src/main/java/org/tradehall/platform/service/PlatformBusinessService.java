package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.BusinessStatus;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.service.RequiresAdmin;

/**
 * All businesses, for the platform staff. By a database role that sees every business and changes
 * nothing but whether one may be worked in.
 */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
public class PlatformBusinessService {

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /** How much a business uses. */
  public record Usage(long members, long products, long sales) {}

  /** A business in the list of all. */
  public record Row(Business business, Usage usage) {}

  /** One of a business's people. */
  public record Person(Long userId, String name, String email, RoleChoice role) {}

  /** A business with its people. */
  public record Details(Business business, Usage usage, List<Person> people) {}

  /**
   * Lists businesses by name.
   *
   * @param text part of the name, or an id; null or blank for all
   * @param status null for any
   */
  @RequiresAdmin({AdminPermission.BUSINESS_VIEW, AdminPermission.BUSINESS_ENTER})
  public Slice<Row> search(String text, BusinessStatus status, int first, int max) {
    var where =
        " from Business b where (lower(b.name) like :text escape '\\' or b.id = :id)"
            + (status == null ? "" : " and b.status = :status");
    var businesses =
        bind(
                em.createQuery("select b" + where + " order by b.name, b.id", Business.class),
                text,
                status)
            .setFirstResult(Math.max(0, first))
            .setMaxResults(Search.rows(max))
            .getResultList();
    long total =
        bind(em.createQuery("select count(b)" + where, Long.class), text, status).getSingleResult();
    var usage = usage(businesses);
    return new Slice<>(
        businesses.stream().map(b -> new Row(b, usage.get(b.getId()))).toList(), total);
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> jpql, String text, BusinessStatus status) {
    jpql.setParameter("text", Search.isBlank(text) ? "%" : Search.containing(text));
    boolean number = !Search.isBlank(text) && text.strip().matches("\\d{1,18}");
    jpql.setParameter("id", number ? Long.valueOf(text.strip()) : Long.valueOf(0));
    return status == null ? jpql : jpql.setParameter("status", status);
  }

  @RequiresAdmin(AdminPermission.BUSINESS_VIEW)
  public Details get(Long id) {
    var business = find(id);
    var people =
        em.createQuery(
                "select u.id, u.name, u.email, m from Membership m join m.user u"
                    + " where m.business = :business order by u.name, m.id",
                Object[].class)
            .setParameter("business", business)
            .getResultStream()
            .map(
                row ->
                    new Person(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        ((Membership) row[3]).getRole()))
            .toList();
    return new Details(business, usage(List.of(business)).get(id), people);
  }

  /**
   * From now on the business can be looked at only.
   *
   * @param reason shown to its people
   */
  @RequiresAdmin(AdminPermission.BUSINESS_SUSPEND)
  public void suspend(Long id, @NotBlank @Size(max = 500) String reason) {
    become("business.suspend", find(id), BusinessStatus.SUSPENDED, reason);
  }

  /** The business works again, after a suspension or a closure. */
  @RequiresAdmin(AdminPermission.BUSINESS_SUSPEND)
  public void resume(Long id) {
    become("business.resume", find(id), BusinessStatus.ACTIVE, null);
  }

  /**
   * From now on nobody enters the business. Nothing is deleted.
   *
   * @param reason kept in the log
   */
  @RequiresAdmin(AdminPermission.BUSINESS_CLOSE)
  public void close(Long id, @NotBlank @Size(max = 500) String reason) {
    become("business.close", find(id), BusinessStatus.CLOSED, reason);
  }

  private void become(String action, Business business, BusinessStatus status, String reason) {
    if (business.getStatus() == status) {
      throw new RefusedException("platform.is-so-already");
    }
    var before = business.facts();
    business.become(status, reason, clock.instant());
    em.flush();
    deeds.fire(
        new Deed(action, "Business", business.getId())
            .changed(before, business.facts())
            .outsideBusinesses());
  }

  private Business find(Long id) {
    var business = em.find(Business.class, id);
    if (business == null) {
      throw new NotFoundException("tenancy.no-such-business");
    }
    return business;
  }

  private Map<Long, Usage> usage(List<Business> businesses) {
    var connection = em.unwrap(Connection.class);
    var usage = new HashMap<Long, Usage>();
    try (var statement =
        connection.prepareStatement(
            """
            select b.id,
              (select count(*) from memberships m where m.business_id = b.id),
              (select count(*) from products p where p.business_id = b.id),
              (select count(*) from sales s where s.business_id = b.id)
            from businesses b where b.id = any (?)""")) {
      var ids = businesses.stream().map(Business::getId).toArray();
      statement.setArray(1, connection.createArrayOf("bigint", ids));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          usage.put(rows.getLong(1), new Usage(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
        }
      }
      return usage;
    } catch (SQLException e) {
      throw new IllegalStateException("The usage of businesses could not be counted", e);
    }
  }
}
