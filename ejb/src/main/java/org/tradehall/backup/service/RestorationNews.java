package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.backup.model.Restoration;

/**
 * Has the owners told that their business was restored. The restore is through: nothing undoes it.
 */
@ApplicationScoped
public class RestorationNews {

  private static final Logger LOG = Logger.getLogger(RestorationNews.class.getName());

  @Inject Event<BusinessRestored> restored;

  @ActivateRequestContext
  public void tell(Restoration restoration) {
    try {
      restored.fire(
          new BusinessRestored(
              restoration.businessId(), restoration.business(), restoration.takenAt()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The owners could not be told of " + restoration.id(), e);
    }
  }
}
