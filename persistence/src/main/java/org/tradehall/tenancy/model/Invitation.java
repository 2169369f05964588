package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.BusinessOwned;

/** Asks somebody by e-mail to work in a business, in a role and in some of its branches. */
@Entity
@Table(name = "invitations")
public class Invitation extends BusinessOwned {

  public static final Duration VALID = Duration.ofDays(7);

  @Column(updatable = false)
  private String email;

  @Enumerated(EnumType.STRING)
  @Column(name = "role", updatable = false)
  private ReadyRole readyRole;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "role_id", updatable = false)
  private Role ownRole;

  @Column(name = "branch_ids", updatable = false)
  private String branchIds;

  @Column(name = "secret_hash", updatable = false)
  private byte[] secretHash;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "invited_by", updatable = false)
  private User invitedBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "accepted_by")
  private Long acceptedBy;

  protected Invitation() {}

  /**
   * @param branches ids of the branches to work in; empty for all
   * @param secretHash SHA-256 of what the link says
   */
  public Invitation(
      String email,
      RoleChoice role,
      Collection<Long> branches,
      byte[] secretHash,
      User invitedBy,
      Instant now) {
    this.email = User.canonical(email);
    this.readyRole = role.ready();
    this.ownRole = role.own();
    this.branchIds = branches.stream().map(String::valueOf).collect(Collectors.joining(" "));
    this.secretHash = secretHash.clone();
    this.invitedBy = invitedBy;
    this.createdAt = now;
    this.expiresAt = now.plus(VALID);
  }

  public boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  /** Withdrawn, or replaced by another. */
  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
  }

  public void accept(Long userId, Instant now) {
    acceptedBy = userId;
    endedAt = now;
  }

  public String getEmail() {
    return email;
  }

  public RoleChoice getRole() {
    return new RoleChoice(readyRole, ownRole);
  }

  /** Ids of the branches; empty for all. */
  public List<Long> getBranchIds() {
    return branchIds.isEmpty()
        ? List.of()
        : Arrays.stream(branchIds.split(" ", -1)).map(Long::valueOf).toList();
  }

  public User getInvitedBy() {
    return invitedBy;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getExpiresAt() {
    return expiresAt;
  }
}
