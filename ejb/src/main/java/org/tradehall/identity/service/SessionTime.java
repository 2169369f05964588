package org.tradehall.identity.service;

import java.time.Duration;

/** How long sessions last. What can be set is above this feature, so it is told from there. */
public interface SessionTime {

  /** How long a session may do nothing. */
  Duration idle();
}
