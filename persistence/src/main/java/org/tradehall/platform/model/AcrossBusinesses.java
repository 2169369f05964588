package org.tradehall.platform.model;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Takes the tenant discriminator away from the persistence unit of the platform staff. What that
 * unit may do is limited by its database role: it reads, and it cannot write.
 */
public class AcrossBusinesses implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    session.getDescriptors().values().forEach(descriptor -> descriptor.setMultitenantPolicy(null));
  }
}
