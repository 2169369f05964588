package org.tradehall.tenancy.view;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.Objects;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * A page acts only in the business for which it was made. Whoever changes the business in one tab
 * and then presses a button in another is told so, and nothing is done.
 */
public class SameBusinessGuard implements PhaseListener, SystemEventListener {
  private static final long serialVersionUID = 1L;
  private static final String BUSINESS = "org.tradehall.business";

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public boolean isListenerForSource(Object source) {
    return source instanceof UIViewRoot;
  }

  /** Marks a new page with its business; what is set earlier counts as built, and is not kept. */
  @Override
  public void processEvent(SystemEvent event) {
    var business = context().getBusinessId();
    if (business != null && !FacesContext.getCurrentInstance().isPostback()) {
      ((UIViewRoot) event.getSource()).getAttributes().put(BUSINESS, business);
    }
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    var faces = event.getFacesContext();
    if (faces.isPostback() && faces.getViewRoot() != null) {
      var made = faces.getViewRoot().getAttributes().get(BUSINESS);
      if (made != null && !Objects.equals(made, context().getBusinessId())) {
        refuse(faces);
      }
    }
  }

  private static void refuse(FacesContext faces) {
    var context = context();
    var texts = CDI.current().select(Texts.class).get();
    Messages.addFlashGlobalError(
        "{0}",
        texts.format(
            "tenancy.otherBusiness", context.isEntered() ? context.getBusinessName() : "–"));
    Faces.redirect(Faces.getRequestContextPath() + "/app/dashboard");
    faces.responseComplete();
  }

  private static BusinessContext context() {
    return CDI.current().select(BusinessContext.class).get();
  }
}
