package org.tradehall.tenancy.service;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What must be known to open a business.
 *
 * @param taxPercent the usual tax rate, in percent; 0 if no tax is charged
 */
public record NewBusiness(
    @NotBlank @Size(max = 120) String name,
    @NotNull Currency currency,
    @NotNull Locale locale,
    @NotNull ZoneId timeZone,
    boolean pricesIncludeTax,
    boolean allowNegativeStock,
    @NotBlank @Size(max = 80) String taxName,
    @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal taxPercent) {}
