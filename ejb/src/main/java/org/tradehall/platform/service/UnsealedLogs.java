package org.tradehall.platform.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.shared.service.CrossTenant;

/** Whose logs have entries that wait for their seal. Asked by the sealing, which is nobody. */
@Stateless
@CrossTenant
@PermitAll
public class UnsealedLogs {

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  /** Ids of businesses. */
  public List<Long> businesses() {
    var ids = new ArrayList<Long>();
    try (var select =
            em.unwrap(Connection.class)
                .prepareStatement(
                    "select distinct business_id from system_logs_unsealed order by 1");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("The waiting log entries could not be looked up", e);
    }
  }
}
