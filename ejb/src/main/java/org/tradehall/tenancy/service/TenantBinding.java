package org.tradehall.tenancy.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.tradehall.replica.model.Position;
import org.tradehall.replica.service.Route;
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

  @Resource TransactionSynchronizationRegistry transaction;
  @Inject Route route;

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
      route
          .entityManager()
          .unwrap(JpaEntityManager.class)
          .setProperty(BusinessOwned.TENANT, businessId);
    }
    set(wanted);
    transaction.putResource(BOUND, wanted);
    if (userId != null) {
      route.watch(userId);
    }
  }

  /** Whether the transaction's business is being restored, and may be looked at only. */
  boolean isPaused() {
    return transaction.getTransactionStatus() == Status.STATUS_ACTIVE
        && Boolean.TRUE.equals(transaction.getResource(PAUSED));
  }

  /** The pause is a lock on the primary; the replica knows nothing of it. */
  boolean seesPause() {
    return !route.isOnReplica();
  }

  private void set(Bound bound) {
    var question = route.question();
    var connection = route.entityManager().unwrap(Connection.class);
    try (var statement =
        connection.prepareStatement(
            "select set_config('app.business_id', ?, true),"
                + " set_config('app.user_id', ?, true),"
                + " set_config('app.branches', ?, true),"
                + " set_config('app.own_documents_of', ?, true),"
                + " case when ? then "
                + Pause.SHARE
                + " end"
                + question.map(asked -> ", " + asked.sql()).orElse(""))) {
      statement.setString(1, Objects.toString(bound.businessId(), ""));
      statement.setString(2, Objects.toString(bound.userId(), ""));
      statement.setString(3, bound.sight().branchesAsArray());
      statement.setString(4, Objects.toString(bound.sight().documentsOf(), ""));
      statement.setBoolean(5, bound.businessId() != null && seesPause());
      statement.setString(6, Objects.toString(bound.businessId(), ""));
      try (var row = statement.executeQuery()) {
        row.next();
        boolean working = row.getBoolean(5) || row.wasNull();
        transaction.putResource(PAUSED, !working);
        if (question.isPresent()) {
          question.get().answer(Position.told(row.getString(6)), connection);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The transaction could not be bound to its business", e);
    }
  }
}
