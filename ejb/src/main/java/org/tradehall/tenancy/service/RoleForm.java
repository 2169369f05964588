package org.tradehall.tenancy.service;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Set;
import org.tradehall.tenancy.model.Permission;

/**
 * What is entered of a role.
 *
 * @param maximumDiscount in percent; null for any, see {@link
 *     org.tradehall.tenancy.model.RoleLimits}
 * @param expenseLimit in the currency of the business; null for any
 * @param version as read before an edit; null for a new role
 */
public record RoleForm(
    @NotBlank @Size(max = 80) String name,
    @NotEmpty Set<Permission> permissions,
    @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal maximumDiscount,
    @DecimalMin("0") @Digits(integer = 12, fraction = 4) BigDecimal expenseLimit,
    boolean ownBranchesOnly,
    boolean ownDocumentsOnly,
    Integer version) {}
