package org.tradehall.catalog.service;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.tradehall.catalog.model.ProductKind;

/**
 * What is entered of a product. Amounts are per unit, in the business's currency.
 *
 * @param barcode null if there is none
 * @param cost null if unknown
 * @param taxRateId null for the business's first rate
 * @param version as read before an edit; null for a new product
 * @param openingStock what is on hand when the product is created; null or 0 for none
 */
public record ProductForm(
    @NotBlank @Size(max = 64) String sku,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 64) String barcode,
    @NotNull ProductKind kind,
    @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 4) BigDecimal price,
    @DecimalMin("0") @Digits(integer = 12, fraction = 4) BigDecimal cost,
    Long taxRateId,
    boolean active,
    Integer version,
    @DecimalMin("0") @Digits(integer = 9, fraction = 6) BigDecimal openingStock) {}
