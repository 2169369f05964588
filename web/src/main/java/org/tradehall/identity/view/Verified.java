package org.tradehall.identity.view;

import jakarta.security.enterprise.credential.Credential;

/**
 * Somebody who has proved who he is, on his way into a session. Only the login pages make one; no
 * request can carry it.
 */
final class Verified implements Credential {

  private final Long userId;

  Verified(Long userId) {
    this.userId = userId;
  }

  Long userId() {
    return userId;
  }
}
