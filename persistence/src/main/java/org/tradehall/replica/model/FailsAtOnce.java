package org.tradehall.replica.model;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * EclipseLink would ask a server that has failed again, with pauses. The replica's failures have a
 * better answer: the primary's.
 */
public class FailsAtOnce implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    var login = (DatabaseLogin) session.getDatasourceLogin();
    login.setConnectionHealthValidatedOnError(false);
    login.setQueryRetryAttemptCount(0);
  }
}
