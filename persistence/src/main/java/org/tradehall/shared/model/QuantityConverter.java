package org.tradehall.shared.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

/** Quantity as {@code numeric(19,6)}. */
@Converter(autoApply = true)
public class QuantityConverter implements AttributeConverter<Quantity, BigDecimal> {

  @Override
  public BigDecimal convertToDatabaseColumn(Quantity value) {
    return value == null ? null : value.getValue();
  }

  @Override
  public Quantity convertToEntityAttribute(BigDecimal column) {
    return column == null ? null : Quantity.of(column);
  }
}
