package org.tradehall.replica.service;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Optional;
import org.tradehall.shared.model.DomainException;

/** Why something was read from the primary that the replica could have told. */
public enum FallBack {
  /** It does not have yet what the caller wrote. */
  OWN_WRITES,
  /** It lags further behind than may be. */
  LAGGING,
  /** It cannot be reached, or is not known to be well. */
  AWAY,
  /** PostgreSQL ended the query, for it stood in the way of replaying. */
  CONFLICT,
  /** It failed in another way; if the fault is not the replica's, the primary will say the same. */
  FAILED;

  private static final String CONNECTION = "08";
  private static final String SHORT_OF_SOMETHING = "53";
  private static final String SHUTTING_DOWN = "57P";
  private static final String CONFLICTING = "40";

  /** Empty if it was not the database that failed, but the use case that refused. */
  static Optional<FallBack> of(Throwable failure) {
    if (failure instanceof DomainException) {
      return Optional.empty();
    }
    Optional<FallBack> found = Optional.empty();
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var reason = reason(cause);
      found = reason == null ? found : Optional.of(reason);
    }
    return found;
  }

  private static FallBack reason(Throwable cause) {
    if (cause instanceof NotYetReplayed) {
      return OWN_WRITES;
    }
    if (cause instanceof SQLException refused) {
      return reason(String.valueOf(refused.getSQLState()));
    }
    // Nothing was written, so that it could not be committed says only that the replica went away.
    boolean away =
        cause instanceof RollbackException
            || cause instanceof HeuristicRollbackException
            || cause instanceof HeuristicMixedException;
    return away ? AWAY : null;
  }

  private static FallBack reason(String state) {
    if (state.startsWith(CONFLICTING)) {
      return CONFLICT;
    }
    boolean away =
        state.startsWith(CONNECTION)
            || state.startsWith(SHORT_OF_SOMETHING)
            || state.startsWith(SHUTTING_DOWN);
    return away ? AWAY : FAILED;
  }
}
