package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.Facts;

/**
 * A person's place in a business. Not under the tenant discriminator, because a person sees all his
 * memberships before a business is chosen; row-level security shows a membership to its person and
 * to its business only.
 */
@Entity
@Table(name = "memberships")
public class Membership {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "business_id", updatable = false)
  private Business business;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id", updatable = false)
  private User user;

  @Enumerated(EnumType.STRING)
  @Column(name = "role")
  private ReadyRole readyRole;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "role_id")
  private Role ownRole;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Version private Integer version;

  protected Membership() {}

  public Membership(Business business, User user, ReadyRole role, Instant now) {
    this(business, user, RoleChoice.of(role), now);
  }

  public Membership(Business business, User user, RoleChoice role, Instant now) {
    this.business = business;
    this.user = user;
    this.createdAt = now;
    assign(role);
  }

  /** Gives the member another role. */
  public final void assign(RoleChoice role) {
    this.readyRole = role.ready();
    this.ownRole = role.own();
  }

  public Facts facts() {
    return new Facts().with("user", user.getId()).with("role", getRole().key());
  }

  public Long getId() {
    return id;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Business getBusiness() {
    return business;
  }

  public User getUser() {
    return user;
  }

  public RoleChoice getRole() {
    return new RoleChoice(readyRole, ownRole);
  }

  public boolean isOwner() {
    return readyRole == ReadyRole.OWNER;
  }

  public Integer getVersion() {
    return version;
  }
}
