package org.tradehall.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A place where a person is logged in. It ends when the person or a change of the password ends it,
 * after a while in which nothing was done, and after twelve hours in any case.
 */
@Entity
@Table(name = "user_sessions")
public class UserSession {

  /** After so long it ends in any case. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** It is written at most this often, so that reading a page does not cost a write. */
  private static final Duration SEEN_NOTED_EVERY = Duration.ofMinutes(1);

  private static final int LONGEST_AGENT = 400;

  @Id private String id;

  @Column(name = "user_id")
  private Long userId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  private String address;
  private String agent;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "two_steps")
  private boolean twoSteps;

  protected UserSession() {}

  /**
   * @param id random
   * @param address network address; null if unknown
   * @param agent how the browser calls itself
   */
  public UserSession(String id, Long userId, String address, String agent, Instant now) {
    this.id = id;
    this.userId = userId;
    this.address = address;
    this.agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    this.createdAt = now;
    this.lastSeenAt = now;
  }

  /** The person has proved who he is by more than the password. */
  public void takeSecondStep() {
    twoSteps = true;
  }

  public boolean isOfTwoSteps() {
    return twoSteps;
  }

  public void seen(Instant now) {
    if (lastSeenAt.isBefore(now.minus(SEEN_NOTED_EVERY))) {
      lastSeenAt = now;
    }
  }

  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
  }

  /**
   * @param idle how long nothing may be done
   */
  public boolean isOver(Instant now, Duration idle) {
    return endedAt != null
        || lastSeenAt.plus(idle).isBefore(now)
        || createdAt.plus(LONGEST).isBefore(now);
  }

  public String getId() {
    return id;
  }

  public Long getUserId() {
    return userId;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  /** To the minute. */
  public Instant getLastSeenAt() {
    return lastSeenAt;
  }

  /** Null if unknown. */
  public String getAddress() {
    return address;
  }

  /** How the browser calls itself. */
  public String getAgent() {
    return agent;
  }
}
