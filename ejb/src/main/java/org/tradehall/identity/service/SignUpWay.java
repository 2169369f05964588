package org.tradehall.identity.service;

/** How strangers sign up. What can be set is above this feature, so it is told from there. */
public interface SignUpWay {

  /** Whether they first have to show that they read mail at their address. */
  boolean isByMail();
}
