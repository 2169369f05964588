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
  private Role role;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected Membership() {}

  public Membership(Business business, User user, Role role, Instant now) {
    this.business = business;
    this.user = user;
    this.role = role;
    this.createdAt = now;
  }

  public Facts facts() {
    return new Facts().with("user", user.getId()).with("role", role);
  }

  public Long getId() {
    return id;
  }

  public Business getBusiness() {
    return business;
  }

  public User getUser() {
    return user;
  }

  public Role getRole() {
    return role;
  }
}
