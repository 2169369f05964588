package org.tradehall.identity.view;

import jakarta.security.enterprise.credential.Credential;

/**
 * Somebody who has proved who he is, on his way into a session. Only the login pages make one; no
 * request can carry it.
 */
final class Verified implements Credential {

  private final Long userId;
  private final boolean twoSteps;

  /**
   * @param twoSteps whether he has proved it by more than his password
   */
  Verified(Long userId, boolean twoSteps) {
    this.userId = userId;
    this.twoSteps = twoSteps;
  }

  boolean isTwoSteps() {
    return twoSteps;
  }

  Long userId() {
    return userId;
  }
}
