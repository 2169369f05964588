package org.tradehall.tenancy.view;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Objects;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * A page acts only in the business for which it was made. Whoever changes the business in one tab
 * and then presses a button in another is told so, and nothing is done.
 */
public class SameBusinessGuard implements PhaseListener {
  private static final long serialVersionUID = 1L;
  private static final String BUSINESS = "org.tradehall.business";

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.ANY_PHASE;
  }

  /** Marks a new page with its business. */
  @Override
  public void beforePhase(PhaseEvent event) {
    var faces = event.getFacesContext();
    if (event.getPhaseId() == PhaseId.RENDER_RESPONSE && !faces.isPostback()) {
      var business = context().getBusinessId();
      if (business != null && faces.getViewRoot() != null) {
        faces.getViewRoot().getAttributes().put(BUSINESS, business);
      }
    }
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    var faces = event.getFacesContext();
    if (event.getPhaseId() == PhaseId.RESTORE_VIEW && faces.isPostback()) {
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
