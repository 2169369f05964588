package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.audit.model.LogChain;
import org.tradehall.audit.model.LogVerdict;
import org.tradehall.audit.service.LogQuery;
import org.tradehall.audit.service.LogRow;
import org.tradehall.audit.service.LogSearch;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.service.RequiresAdmin;

/** What was done outside businesses, and whether the logs of all are whole. */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
@RequiresAdmin(AdminPermission.LOG_VIEW)
public class PlatformLogService {

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  /** Newest first. */
  public List<LogRow> search(LogQuery query, int rows) {
    return LogSearch.ofPlatform(em).find(query, Search.rows(rows));
  }

  public LogRow get(Long id) {
    return LogSearch.ofPlatform(em).find(id).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("audit.no-such-entry"));
  }

  /** Recomputes the seals of the platform's log and of every business's, in this order. */
  public List<LogVerdict> verify() {
    var connection = em.unwrap(Connection.class);
    try {
      var verdicts = new ArrayList<LogVerdict>();
      verdicts.add(LogChain.of(connection, null).verify(List.of()));
      for (var business : LogChain.businesses(connection)) {
        verdicts.add(LogChain.of(connection, business).verify(List.of()));
      }
      return verdicts;
    } catch (SQLException e) {
      throw new IllegalStateException("The logs could not be read", e);
    }
  }
}
