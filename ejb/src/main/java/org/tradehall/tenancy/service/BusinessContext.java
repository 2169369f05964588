package org.tradehall.tenancy.service;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.model.RoleLimits;
import org.tradehall.tenancy.model.Sight;
import org.tradehall.tenancy.model.SupportSession;

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
  private Entry entry;
  private boolean paused;

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

  void enter(Entry verified) {
    this.entry = verified;
    this.businessId = verified.business().getId();
    this.userId = verified.user().getId();
  }

  public void leave() {
    this.businessId = null;
    this.entry = null;
  }

  public boolean isEntered() {
    return entry != null;
  }

  /** A program's key may do less than its member; so may the whole of this request. */
  void limit(Set<Permission> keyScope) {
    this.scope = EnumSet.noneOf(Permission.class);
    this.scope.addAll(keyScope);
  }

  public boolean allows(Permission permission) {
    return isEntered()
        && scope.contains(permission)
        && entry.permissions().contains(permission)
        && !(paused && permission.isWriting());
  }

  void pause(boolean beingRestored) {
    this.paused = beingRestored;
  }

  /** Whether the business is being restored right now, and may be looked at only. */
  public boolean isPaused() {
    return paused;
  }

  /** Null before login. */
  public Long getUserId() {
    return userId;
  }

  /** Null before a business is entered or claimed. */
  public Long getBusinessId() {
    return businessId;
  }

  /** Id of the owner for whom platform staff act in the business; null for its own members. */
  public Long getOnBehalfOf() {
    return getSupport() == null ? null : getSupport().getOnBehalfOf();
  }

  /** Under which platform staff are here; null for the business's own members. */
  public SupportSession getSupport() {
    return isEntered() ? entry.support() : null;
  }

  public User getUser() {
    return entered().user();
  }

  public String getUserName() {
    return getUser().getName();
  }

  public Business getBusiness() {
    return entered().business();
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

  /** Null for platform staff, who have no membership. */
  public RoleChoice getRole() {
    return entered().role();
  }

  /** What the caller may do here and now. */
  public Set<Permission> getPermissions() {
    return entered().permissions().stream().filter(this::allows).collect(toUnmodifiableSet());
  }

  /** Whether the caller himself has all that a role gives, as far as it reaches. */
  public boolean covers(RoleChoice role) {
    return covers(role.permissions(), role.limits());
  }

  boolean covers(Set<Permission> permissions, RoleLimits limits) {
    return getPermissions().containsAll(permissions) && getLimits().covers(limits);
  }

  public RoleLimits getLimits() {
    return entered().limits();
  }

  /** Everything before a business is entered: then there is nothing to see. */
  Sight getSight() {
    return isEntered() ? entry.sight() : Sight.ALL;
  }

  /** Where the person works now. */
  public Branch getBranch() {
    return entered().branch();
  }

  public Long getBranchId() {
    return getBranch().getId();
  }

  /** Where the person may work, by code. */
  public List<Branch> getBranches() {
    return entered().branches();
  }

  /**
   * The branch with an id, if the person may work there.
   *
   * @param id null for the one where the person works now
   * @return null if there is no such branch for the person
   */
  public Branch branch(Long id) {
    return id == null
        ? getBranch()
        : getBranches().stream().filter(branch -> branch.getId().equals(id)).findAny().orElse(null);
  }

  private Entry entered() {
    if (entry == null) {
      throw new ForbiddenException("shared.no-business");
    }
    return entry;
  }
}
