package org.tradehall.shared.view;

import jakarta.faces.component.UIViewParameter;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.view.ViewMetadata;
import org.omnifaces.util.Faces;

/**
 * Gives the views the parameters of their address again when part of a page posts back. Faces does
 * so by itself only when the whole page does; without it a list forgets its filter when it turns
 * the page.
 */
public class KeptParameters implements PhaseListener {
  private static final long serialVersionUID = 1L;

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    // There is no view yet.
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    var faces = event.getFacesContext();
    if (!faces.getResponseComplete() && Faces.isAjaxRequest() && faces.getViewRoot() != null) {
      for (UIViewParameter parameter : ViewMetadata.getViewParameters(faces.getViewRoot())) {
        parameter.processDecodes(faces);
        parameter.processValidators(faces);
        parameter.processUpdates(faces);
      }
    }
  }
}
