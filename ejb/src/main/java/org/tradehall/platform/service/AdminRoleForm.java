package org.tradehall.platform.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Permission;

/**
 * What is entered of an admin role.
 *
 * @param businessPermissions what may be done in a business that is entered
 * @param version as read before an edit; null for a new role
 */
public record AdminRoleForm(
    @NotBlank @Size(max = 80) String name,
    @NotEmpty Set<AdminPermission> permissions,
    @NotNull Set<Permission> businessPermissions,
    Integer version) {}
