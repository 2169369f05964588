package org.tradehall.imports.service;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Chooses the name and price that a product gets when sales name it for the first time.
 *
 * <p>Files of sales call one product by several names over time, and put remarks such as "damaged",
 * "found" or "?" where the name should stand, on rows that cost nothing. So the last name on a row
 * with a price counts, because it is the current one; failing that, the first that is no question;
 * failing that, the code itself. The price is the last one above zero.
 */
final class ProductNames {

  private final Map<String, Choice> bySku = new HashMap<>();

  void add(SaleLine line) {
    bySku.merge(line.sku(), Choice.of(line), Choice::then);
  }

  /** The name for a code; the code itself if no row has a usable name. */
  String name(String sku) {
    var choice = bySku.get(sku);
    if (choice == null) {
      return sku;
    }
    return Stream.of(choice.priced, choice.remark).filter(Objects::nonNull).findFirst().orElse(sku);
  }

  /** The last price above zero, or zero. */
  BigDecimal price(String sku) {
    var choice = bySku.get(sku);
    return choice == null || choice.price == null ? BigDecimal.ZERO : choice.price;
  }

  /** What is known of a product so far; null where nothing is. */
  private record Choice(String priced, String remark, BigDecimal price) {

    static Choice of(SaleLine line) {
      var usable = line.name().isEmpty() || line.name().contains("?") ? null : line.name();
      return line.unitPrice().signum() > 0
          ? new Choice(usable, null, line.unitPrice())
          : new Choice(null, usable, null);
    }

    Choice then(Choice next) {
      return new Choice(
          next.priced == null ? priced : next.priced,
          remark == null ? next.remark : remark,
          next.price == null ? price : next.price);
    }
  }
}
