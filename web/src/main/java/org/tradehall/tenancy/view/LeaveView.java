package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.tradehall.tenancy.service.MemberService;

/** Leaving a business for good. */
@Named
@RequestScoped
public class LeaveView {
  @EJB MemberService members;

  public String leave() {
    members.leave();
    BusinessChoice.forget(Faces.getRequest());
    return "/index?faces-redirect=true";
  }
}
