package org.tradehall.identity.service;

/** How platform staff log in. What can be set is above this feature, so it is told from there. */
public interface StaffLogin {

  /** Whether the password alone opens nothing of theirs. */
  boolean takesTwoSteps();
}
