package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Messages;
import org.tradehall.platform.service.PlatformBusinessService;
import org.tradehall.platform.service.PlatformBusinessService.Details;
import org.tradehall.shared.view.Texts;

/**
 * One business as the platform staff see it: its people and its use, and whether it may be worked
 * in.
 */
@Named
@RequestScoped
public class PlatformBusinessView {
  @EJB PlatformBusinessService businesses;
  @Inject Texts texts;

  private Long id;
  private String reason;
  private Details details;

  public void load() {
    details = businesses.get(id);
  }

  public String suspend() {
    businesses.suspend(id, reason);
    return done("platform.suspended");
  }

  public String resume() {
    businesses.resume(id);
    return done("platform.resumed");
  }

  public String close() {
    businesses.close(id, reason);
    return done("platform.closed");
  }

  private String done(String text) {
    Messages.addFlashGlobalInfo("{0}", texts.get(text));
    return "/platform/business?faces-redirect=true&id=" + id;
  }

  public Details getDetails() {
    if (details == null) {
      load();
    }
    return details;
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
