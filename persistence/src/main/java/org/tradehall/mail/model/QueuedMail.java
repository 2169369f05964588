package org.tradehall.mail.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A mail on its way: due at once, after a failure a while later, and later each time. Delivered or
 * given up it forgets what it said, for that may have been a secret.
 */
@Entity
@Table(name = "mails")
public class QueuedMail {

  /** With the pauses between them these last about seven hours. */
  private static final int MOST_ATTEMPTS = 12;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String recipient;
  private String subject;
  private String body;
  private String page;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "due_at")
  private Instant dueAt;

  private int attempts;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "given_up_at")
  private Instant givenUpAt;

  private String problem;

  protected QueuedMail() {}

  /**
   * @param body the plain text
   * @param page the same as HTML
   */
  public QueuedMail(String recipient, String subject, String body, String page, Instant now) {
    this.recipient = recipient;
    this.subject = subject;
    this.body = body;
    this.page = page;
    this.createdAt = now;
    this.dueAt = now;
  }

  public void delivered(Instant now) {
    attempts++;
    sentAt = now;
    problem = null;
    forget();
  }

  /**
   * @param why in the words of the mail server
   */
  public void failed(String why, Instant now) {
    attempts++;
    problem = why;
    if (attempts == MOST_ATTEMPTS) {
      givenUpAt = now;
      forget();
    } else {
      dueAt = now.plus(pause());
    }
  }

  private Duration pause() {
    var doubled = FIRST_PAUSE.multipliedBy(1L << (attempts - 1));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private void forget() {
    body = null;
    page = null;
  }

  public Long getId() {
    return id;
  }

  public String getRecipient() {
    return recipient;
  }

  public String getSubject() {
    return subject;
  }

  /** Null once delivered or given up. */
  public String getBody() {
    return body;
  }

  /** Null once delivered or given up. */
  public String getPage() {
    return page;
  }

  public Instant getDueAt() {
    return dueAt;
  }

  /** How often its delivery was tried. */
  public int getAttempts() {
    return attempts;
  }

  /** Null until delivered. */
  public Instant getSentAt() {
    return sentAt;
  }

  /** Null unless nobody tries any more. */
  public Instant getGivenUpAt() {
    return givenUpAt;
  }
}
