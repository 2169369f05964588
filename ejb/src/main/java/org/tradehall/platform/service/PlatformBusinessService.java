package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.Business;

/** All businesses, for the platform staff. Reads by a database role that cannot write. */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
public class PlatformBusinessService {

  private static final String MATCH = " from Business b where lower(b.name) like :text escape '\\'";

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  /** How much a business uses. */
  public record Usage(long members, long products, long sales) {}

  /** A business in the list of all. */
  public record Row(Business business, Usage usage) {}

  /**
   * Lists businesses by name.
   *
   * @param text part of the name; null or blank for all
   */
  public Slice<Row> search(String text, int first, int max) {
    var pattern = Search.isBlank(text) ? "%" : Search.containing(text);
    var businesses =
        em.createQuery("select b" + MATCH + " order by b.name, b.id", Business.class)
            .setParameter("text", pattern)
            .setFirstResult(Math.max(0, first))
            .setMaxResults(Search.rows(max))
            .getResultList();
    long total =
        em.createQuery("select count(b)" + MATCH, Long.class)
            .setParameter("text", pattern)
            .getSingleResult();
    var usage = usage(businesses);
    return new Slice<>(
        businesses.stream().map(b -> new Row(b, usage.get(b.getId()))).toList(), total);
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
