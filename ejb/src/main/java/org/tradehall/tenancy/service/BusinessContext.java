package org.tradehall.tenancy.service;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.Role;

/**
 * Who works in which business during this request. Entered once, from the authenticated person's
 * membership; a request, a job or a test that never entered has no business, and sees nothing.
 */
@RequestScoped
@Named("context")
public class BusinessContext {

  private Long userId;
  private Long businessId;
  private Set<Permission> scope = EnumSet.allOf(Permission.class);
  private Membership membership;
  private Branch branch;

  /** The person is known; the business is not, yet. */
  public void identify(Long authenticatedUserId) {
    this.userId = authenticatedUserId;
    leave();
  }

  /** A program's key names its business; until the key is verified that is a claim only. */
  public void claim(Long claimedBusinessId) {
    leave();
    this.businessId = claimedBusinessId;
  }

  void enter(Membership verified, Branch home) {
    this.membership = verified;
    this.branch = home;
    this.businessId = verified.getBusiness().getId();
    this.userId = verified.getUser().getId();
  }

  public void leave() {
    this.businessId = null;
    this.membership = null;
    this.branch = null;
  }

  public boolean isEntered() {
    return membership != null;
  }

  /** A program's key may do less than its member; so may the whole of this request. */
  void limit(Set<Permission> keyScope) {
    this.scope = EnumSet.noneOf(Permission.class);
    this.scope.addAll(keyScope);
  }

  public boolean allows(Permission permission) {
    return isEntered() && scope.contains(permission) && membership.getRole().allows(permission);
  }

  /** Null before login. */
  public Long getUserId() {
    return userId;
  }

  /**
   * The person for whom the platform staff act in a business; null if everybody acts for himself.
   */
  public Long getOnBehalfOf() {
    return null;
  }

  /** Null before a business is entered or claimed. */
  public Long getBusinessId() {
    return businessId;
  }

  public User getUser() {
    return entered().getUser();
  }

  public String getUserName() {
    return entered().getUser().getName();
  }

  public Business getBusiness() {
    return entered().getBusiness();
  }

  public String getBusinessName() {
    return getBusiness().getName();
  }

  public Currency getCurrency() {
    return getBusiness().getCurrency();
  }

  public Locale getLocale() {
    return getBusiness().getLocale();
  }

  /** Time zone of the branch where the person works. */
  public ZoneId getZone() {
    return getBranch().getTimeZone();
  }

  public Role getRole() {
    return entered().getRole();
  }

  public Branch getBranch() {
    entered();
    return branch;
  }

  public Long getBranchId() {
    return getBranch().getId();
  }

  private Membership entered() {
    if (membership == null) {
      throw new ForbiddenException("shared.no-business");
    }
    return membership;
  }
}
