package org.tradehall.shared.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

/** Money as {@code numeric(19,4)}. */
@Converter(autoApply = true)
public class MoneyConverter implements AttributeConverter<Money, BigDecimal> {

  @Override
  public BigDecimal convertToDatabaseColumn(Money value) {
    return value == null ? null : value.getAmount();
  }

  @Override
  public Money convertToEntityAttribute(BigDecimal column) {
    return column == null ? null : Money.of(column);
  }
}
