package org.tradehall.inventory.service;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * A correction of stock.
 *
 * @param quantity positive = found, negative = lost; not zero
 */
public record NewAdjustment(
    @NotNull Long productId,
    @NotNull @Digits(integer = 9, fraction = 6) BigDecimal quantity,
    @NotBlank @Size(max = 40) String reason) {}
