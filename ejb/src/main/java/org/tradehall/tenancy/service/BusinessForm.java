package org.tradehall.tenancy.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * What the owner may change of a business.
 *
 * @param version as read before the edit
 */
public record BusinessForm(
    @NotBlank @Size(max = 120) String name,
    @NotNull Locale locale,
    boolean pricesIncludeTax,
    boolean allowNegativeStock,
    @NotNull Integer version) {}
