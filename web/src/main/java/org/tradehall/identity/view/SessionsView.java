package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.identity.model.UserSession;
import org.tradehall.identity.service.CurrentSession;
import org.tradehall.identity.service.SessionService;
import org.tradehall.shared.view.Texts;

/** Where the person is logged in. */
@Named
@RequestScoped
public class SessionsView {
  @EJB SessionService sessions;
  @Inject CurrentSession current;
  @Inject DeviceNames devices;
  @Inject Texts texts;

  private List<Row> rows;

  /** One place where the person is logged in. */
  public final class Row {
    private final UserSession session;

    Row(UserSession session) {
      this.session = session;
    }

    public String getId() {
      return session.getId();
    }

    public String getDevice() {
      return devices.name(session.getAgent());
    }

    public String getIcon() {
      return devices.icon(session.getAgent());
    }

    public String getAddress() {
      return session.getAddress();
    }

    public Instant getSince() {
      return session.getCreatedAt();
    }

    public Instant getSeen() {
      return session.getLastSeenAt();
    }

    public boolean isThis() {
      return session.getId().equals(current.getId());
    }
  }

  public List<Row> getRows() {
    if (rows == null) {
      rows = sessions.mine().stream().map(Row::new).toList();
    }
    return rows;
  }

  public void end(String id) {
    sessions.end(id);
    rows = null;
    Messages.addGlobalInfo("{0}", texts.get("identity.sessionEnded"));
  }

  public void endOthers() {
    sessions.endOthers();
    rows = null;
    Messages.addGlobalInfo("{0}", texts.get("identity.sessionsEnded"));
  }
}
