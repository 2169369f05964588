package org.tradehall.replica.model;

import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.internal.databaseaccess.DatasourceCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Has each transaction know whether EclipseLink has written in it: see {@link Writes}. */
public class WritesNoted extends SessionEventAdapter implements SessionCustomizer {

  private final TransactionSynchronizationRegistry transaction;

  /** EclipseLink makes it, so nothing is injected; the name is fixed. */
  @SuppressWarnings("BanJNDI")
  public WritesNoted() throws NamingException {
    transaction =
        (TransactionSynchronizationRegistry)
            new InitialContext().lookup("java:jboss/TransactionSynchronizationRegistry");
  }

  @Override
  public void customize(Session session) {
    session.getEventManager().addListener(this);
  }

  /** What returns nothing was not a question. */
  @Override
  public void preExecuteCall(SessionEvent event) {
    if (event.getCall() instanceof DatasourceCall call
        && call.isNothingReturned()
        && transaction.getTransactionKey() != null
        && transaction.getResource(Writes.KEY) instanceof Writes writes) {
      writes.note();
    }
  }
}
