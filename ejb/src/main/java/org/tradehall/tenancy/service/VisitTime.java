package org.tradehall.tenancy.service;

import java.time.Duration;

/**
 * How long platform staff may work in a business. What can be set is above this feature, so it is
 * told from there.
 */
public interface VisitTime {

  /** After which a visit ends by itself. */
  Duration visit();
}
