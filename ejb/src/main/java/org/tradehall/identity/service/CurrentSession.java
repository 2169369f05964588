package org.tradehall.identity.service;

import jakarta.enterprise.context.RequestScoped;

/** The session by which the running request came in. Programs and jobs have none. */
@RequestScoped
public class CurrentSession {

  private String id;
  private Long userId;
  private boolean heldBack;

  /**
   * @param fromStaff whether the person is one of the platform staff and still owes a second step
   */
  public void is(String sessionId, Long ofUser, boolean fromStaff) {
    this.id = sessionId;
    this.userId = ofUser;
    this.heldBack = fromStaff;
  }

  /** Null if there is none. */
  public String getId() {
    return id;
  }

  /** Whether what is the platform staff’s is closed to the person until he takes a second step. */
  public boolean isHeldBack() {
    return heldBack;
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
