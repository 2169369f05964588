package org.tradehall.audit.service;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tradehall.audit.model.LogChain;
import org.tradehall.audit.model.LogVerdict;
import org.tradehall.identity.model.User;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/** Reading the system log of a business. */
@Stateless
@Requires(Permission.LOG_VIEW)
public class LogService {

  @Inject EntityManager em;
  @Inject BusinessContext context;

  /** Newest first. */
  @Reads
  public List<LogRow> search(LogQuery query, int rows) {
    return LogSearch.ofBusiness(em).find(query, Search.rows(rows));
  }

  @Reads
  public LogRow get(Long id) {
    return LogSearch.ofBusiness(em).find(id).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("audit.no-such-entry"));
  }

  /** The members of the business, by name: who may have done it. */
  @Reads
  public List<User> people() {
    return em.createQuery(
            "select u from Membership m join m.user u where m.business.id = :business"
                + " order by u.name, u.id",
            User.class)
        .setParameter("business", context.getBusinessId())
        .getResultList();
  }

  /** Recomputes the seals of the whole log. */
  @Reads
  public LogVerdict verify() {
    try {
      return LogChain.of(em.unwrap(Connection.class), context.getBusinessId()).verify(List.of());
    } catch (SQLException e) {
      throw new IllegalStateException("The log could not be read", e);
    }
  }
}
