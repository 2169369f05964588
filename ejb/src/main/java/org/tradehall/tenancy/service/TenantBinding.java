package org.tradehall.tenancy.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.tenancy.model.Sight;

/**
 * Binds a transaction to a business, for EclipseLink (wall 1) and for PostgreSQL's row-level
 * security (wall 2), which also holds the limits of the caller's role. A transaction is bound once
 * and cannot change sides.
 */
@ApplicationScoped
public class TenantBinding {

  private static final String BOUND = TenantBinding.class.getName();
  private static final String PAUSED = BOUND + ".paused";

  @PersistenceContext(unitName = "primary")
  EntityManager em;

  @Resource TransactionSynchronizationRegistry transaction;

  private record Bound(Long businessId, Long userId, Sight sight) {}

  /**
   * Does nothing outside a transaction: there EclipseLink and PostgreSQL refuse by themselves.
   *
   * @throws IllegalStateException if the transaction is bound to another business
   */
  void bind(Long businessId, Long userId, Sight sight) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return;
    }
    var wanted = new Bound(businessId, userId, sight);
    var bound = (Bound) transaction.getResource(BOUND);
    if (wanted.equals(bound)) {
      return;
    }
    if (bound != null
        && bound.businessId() != null
        && !Objects.equals(bound.businessId(), businessId)) {
      throw new IllegalStateException("The transaction belongs to another business");
    }
    if (businessId != null) {
      // On the EntityManager itself: WildFly's injected proxy would keep the property for ever.
      em.unwrap(JpaEntityManager.class).setProperty(BusinessOwned.TENANT, businessId);
    }
    set(wanted);
    transaction.putResource(BOUND, wanted);
  }

  /** Whether the transaction's business is being restored, and may be looked at only. */
  boolean isPaused() {
    return transaction.getTransactionStatus() == Status.STATUS_ACTIVE
        && Boolean.TRUE.equals(transaction.getResource(PAUSED));
  }

  private void set(Bound bound) {
    try (var statement =
        em.unwrap(Connection.class)
            .prepareStatement(
                "select set_config('app.business_id', ?, true),"
                    + " set_config('app.user_id', ?, true),"
                    + " set_config('app.branches', ?, true),"
                    + " set_config('app.own_documents_of', ?, true),"
                    + " case when ? then "
                    + Pause.SHARE
                    + " end")) {
      statement.setString(1, Objects.toString(bound.businessId(), ""));
      statement.setString(2, Objects.toString(bound.userId(), ""));
      statement.setString(3, bound.sight().branchesAsArray());
      statement.setString(4, Objects.toString(bound.sight().documentsOf(), ""));
      statement.setBoolean(5, bound.businessId() != null);
      statement.setString(6, Objects.toString(bound.businessId(), ""));
      try (var row = statement.executeQuery()) {
        row.next();
        boolean working = row.getBoolean(5) || row.wasNull();
        transaction.putResource(PAUSED, !working);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The transaction could not be bound to its business", e);
    }
  }
}
