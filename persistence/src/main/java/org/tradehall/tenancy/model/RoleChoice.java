package org.tradehall.tenancy.model;

import java.util.Set;

/**
 * The role of a member: a ready-made one or one of the business's own; exactly one of the two is
 * not null.
 */
public record RoleChoice(ReadyRole ready, Role own) {

  public RoleChoice {
    if ((ready == null) == (own == null)) {
      throw new IllegalArgumentException("Exactly one role");
    }
  }

  public static RoleChoice of(ReadyRole ready) {
    return new RoleChoice(ready, null);
  }

  public static RoleChoice of(Role own) {
    return new RoleChoice(null, own);
  }

  public Set<Permission> permissions() {
    return ready == null ? own.getPermissions() : ready.permissions();
  }

  public RoleLimits limits() {
    return ready == null ? own.getLimits() : RoleLimits.NONE;
  }

  /** How a form names the choice: the name of a ready-made role, or the id of an own one. */
  public String key() {
    return ready == null ? own.getId().toString() : ready.name();
  }
}
