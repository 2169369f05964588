package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.InvitationService;
import org.tradehall.tenancy.service.InvitationService.Offer;

/** Where the link of an invitation leads: what is offered, and accepting it. */
@Named
@RequestScoped
public class InvitationView {
  @EJB InvitationService invitations;
  @Inject BusinessContext context;
  @Inject Texts texts;

  private String code;
  private Offer offer;
  private boolean looked;

  public String accept() {
    context.leave();
    invitations.accept(code);
    BusinessChoice.remember(Faces.getRequest(), context.getBusinessId(), null);
    Messages.addFlashGlobalInfo("{0}", texts.format("tenancy.joined", context.getBusinessName()));
    return "/app/dashboard?faces-redirect=true";
  }

  /** Null if there is no such invitation, or it has ended or expired. */
  public Offer getOffer() {
    if (!looked) {
      looked = true;
      // A transaction belongs to one business: not to the one in which the person has worked so
      // far.
      context.leave();
      try {
        offer = invitations.look(code);
      } catch (NotFoundException ended) {
        offer = null;
      }
    }
    return offer;
  }

  public boolean isLoggedIn() {
    return Faces.getRemoteUser() != null;
  }

  /** The way back here, for the pages that log in or sign up. */
  public String getHere() {
    var here = "/invitation?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    return URLEncoder.encode(here, StandardCharsets.UTF_8);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
