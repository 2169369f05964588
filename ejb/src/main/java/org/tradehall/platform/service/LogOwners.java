package org.tradehall.platform.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.CrossTenant;

/** Whose logs there are. Asked by the sealing and by the retention, which are nobody. */
@Stateless
@CrossTenant
@Anyone("asked by a timer, tells ids only")
@PermitAll
public class LogOwners {

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  /** Ids of businesses with entries that wait for their seal. */
  public List<Long> waiting() {
    return ids("select distinct business_id from system_logs_unsealed order by 1");
  }

  /** Ids of all businesses with sealed entries. */
  public List<Long> all() {
    return ids("select business_id from system_log_heads order by 1");
  }

  private List<Long> ids(String query) {
    var ids = new ArrayList<Long>();
    try (var select = em.unwrap(Connection.class).prepareStatement(query);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("The owners of logs could not be looked up", e);
    }
  }
}
