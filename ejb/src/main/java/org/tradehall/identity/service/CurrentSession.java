package org.tradehall.identity.service;

import jakarta.enterprise.context.RequestScoped;

/** The session by which the running request came in. Programs and jobs have none. */
@RequestScoped
public class CurrentSession {

  private String id;
  private Long userId;

  public void is(String sessionId, Long ofUser) {
    this.id = sessionId;
    this.userId = ofUser;
  }

  /** Null if there is none. */
  public String getId() {
    return id;
  }

  /**
   * @throws IllegalStateException if nobody is logged in by a session
   */
  public Long user() {
    if (userId == null) {
      throw new IllegalStateException("Nobody is logged in by a session");
    }
    return userId;
  }
}
