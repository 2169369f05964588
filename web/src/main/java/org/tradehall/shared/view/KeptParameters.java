package org.tradehall.shared.view;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.faces.view.ViewMetadata;
import java.util.HashMap;
import java.util.Map;
import org.omnifaces.util.Faces;

/**
 * Gives the views the parameters of their address again when a page posts back, before anything
 * asks for them. Faces does so only when the whole page posts back, and then after it has asked
 * which buttons are there: a list would forget its filter when it turns the page.
 */
public class KeptParameters implements PhaseListener, SystemEventListener {
  private static final long serialVersionUID = 1L;
  private static final String KEPT = "org.tradehall.parameters";

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public boolean isListenerForSource(Object source) {
    return source instanceof UIViewRoot;
  }

  /** Before a new page is drawn; what is set earlier counts as built, and is not kept. */
  @Override
  public void processEvent(SystemEvent event) {
    var view = (UIViewRoot) event.getSource();
    if (!FacesContext.getCurrentInstance().isPostback()) {
      var kept = new HashMap<String, String>();
      ViewMetadata.getViewParameters(view)
          .forEach(each -> kept.put(each.getName(), Faces.getRequestParameter(each.getName())));
      view.getAttributes().put(KEPT, kept);
    }
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    var faces = event.getFacesContext();
    if (!faces.getResponseComplete() && faces.isPostback() && faces.getViewRoot() != null) {
      apply(faces, faces.getViewRoot());
    }
  }

  private static void apply(FacesContext faces, UIViewRoot view) {
    var kept = view.getAttributes().get(KEPT) instanceof Map<?, ?> map ? map : Map.of();
    for (var parameter : ViewMetadata.getViewParameters(view)) {
      parameter.setSubmittedValue(kept.get(parameter.getName()));
      parameter.processDecodes(faces);
      parameter.processValidators(faces);
      parameter.processUpdates(faces);
      // A whole postback asks once more, and an empty one would be refused if it is required.
      parameter.setSubmittedValue(kept.get(parameter.getName()));
    }
  }
}
