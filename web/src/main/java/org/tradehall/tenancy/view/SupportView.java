package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tradehall.tenancy.model.SupportSession;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.SupportService;
import org.tradehall.tenancy.service.VisitTime;

/** Platform staff entering a business for its support, and leaving it. */
@Named
@RequestScoped
public class SupportView {
  @EJB SupportService support;
  @Inject VisitTime time;
  @Inject BusinessContext context;

  private Long id;
  private String reason;
  private List<SupportSession> list;

  public String begin() {
    // A transaction belongs to one business: not to the one in which the person has worked so far.
    context.leave();
    var session = support.begin(id, reason);
    SupportChoice.remember(Faces.getRequest(), id, session);
    return "/app/dashboard?faces-redirect=true";
  }

  public String end() {
    support.end();
    SupportChoice.forget(Faces.getRequest());
    return "/admin/index?faces-redirect=true";
  }

  /** When platform staff were in this business. */
  public List<SupportSession> getList() {
    if (list == null) {
      list = support.list();
    }
    return list;
  }

  /** How long a visit lasts. */
  public long getMinutes() {
    return time.visit().toMinutes();
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
