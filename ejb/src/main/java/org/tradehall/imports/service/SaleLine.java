package org.tradehall.imports.service;

import static org.tradehall.imports.service.ImportField.COUNTRY;
import static org.tradehall.imports.service.ImportField.CUSTOMER;
import static org.tradehall.imports.service.ImportField.DOCUMENT;
import static org.tradehall.imports.service.ImportField.NAME;
import static org.tradehall.imports.service.ImportField.PRICE;
import static org.tradehall.imports.service.ImportField.QUANTITY;
import static org.tradehall.imports.service.ImportField.SKU;
import static org.tradehall.imports.service.ImportField.TIME;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a file of sales.
 *
 * @param document the other system's number of the invoice or credit note
 * @param name what the row calls the product, empty if nothing
 * @param quantity as the file has it: negative on credit notes and write-offs
 * @param unitPrice as the file has it, unrounded
 * @param customer code of the customer, empty for a walk-in
 * @param country as the file spells it, may be empty
 * @param service whether the code stands for a service, fee or discount instead of goods
 * @param creditNote whether the document is a credit note by its number
 */
record SaleLine(
    int row,
    String document,
    String sku,
    String name,
    BigDecimal quantity,
    Instant time,
    BigDecimal unitPrice,
    String customer,
    String country,
    boolean service,
    boolean creditNote) {

  private static final BigDecimal LARGEST_AMOUNT = BigDecimal.TEN.pow(12);

  /** What a row does to the business. */
  enum Part {
    SALE,
    RETURN,
    WRITE_OFF
  }

  /** Turns rows into lines by one mapping. */
  static final class Reader {

    private final ImportMapping mapping;
    private final char point;
    private final DateTimeFormatter dates;
    private final ZoneId zone;
    private final Set<String> services;

    /**
     * @param businessZone the zone of the file's times if the mapping names none
     */
    Reader(ImportMapping mapping, ZoneId businessZone) {
      this.mapping = mapping;
      point = mapping.decimal();
      dates = mapping.dates();
      zone = mapping.zone(businessZone);
      services = mapping.services();
    }

    SaleLine read(SourceRow row) throws RowProblem {
      row.check();
      var document = row.code(DOCUMENT);
      var sku = row.code(SKU);
      var line =
          new SaleLine(
              row.number(),
              document,
              sku,
              row.text(NAME),
              row.decimal(QUANTITY, point),
              time(row),
              row.decimal(PRICE, point),
              customer(row),
              row.text(COUNTRY),
              services.contains(sku),
              mapping.isCreditNote(document));
      line.check();
      return line;
    }

    /** Nothing for a row that cannot be taken in. */
    Optional<SaleLine> readIfGood(SourceRow row) {
      try {
        return Optional.of(read(row));
      } catch (RowProblem e) {
        return Optional.empty();
      }
    }

    private Instant time(SourceRow row) throws RowProblem {
      var text = row.required(TIME);
      try {
        var read = dates.parseBest(text, LocalDateTime::from, LocalDate::from);
        var local = read instanceof LocalDateTime time ? time : LocalDate.from(read).atStartOfDay();
        return local.atZone(zone).toInstant();
      } catch (DateTimeException e) {
        throw new RowProblem("imports.value-time", TIME.key(), text);
      }
    }

    private String customer(SourceRow row) throws RowProblem {
      var code = row.optionalCode(CUSTOMER);
      return mapping.stripsCustomerDecimals() ? code.replaceFirst("\\.0+$", "") : code;
    }
  }

  private void check() throws RowProblem {
    if (quantity.signum() == 0) {
      throw new RowProblem("imports.quantity-zero", QUANTITY.key());
    }
    if (unitPrice.signum() < 0 && !service) {
      throw new RowProblem("imports.price-negative", PRICE.key(), unitPrice);
    }
    if (amount().abs().compareTo(LARGEST_AMOUNT) >= 0) {
      throw new RowProblem("imports.amount-large", PRICE.key(), amount().toPlainString());
    }
  }

  /**
   * On a credit note, and wherever money goes back, a negative row is a return. A negative row at
   * price 0 on any other document moves no money: it writes stock off. A fee with a negative price
   * counts by the sign of its amount.
   */
  Part part() {
    if (quantity.signum() * (unitPrice.signum() < 0 ? -1 : 1) > 0) {
      return Part.SALE;
    }
    return creditNote || unitPrice.signum() != 0 || service ? Part.RETURN : Part.WRITE_OFF;
  }

  /** Quantity × unit price, exact and signed. */
  BigDecimal amount() {
    return quantity.multiply(unitPrice);
  }
}
