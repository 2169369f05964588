package org.tradehall.imports.service;

import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tradehall.imports.model.ImportKind;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/**
 * How the columns and values of a CSV file are to be read. A mapping is a flat set of named
 * settings, the same in the API, on the page and in the database; {@link #with} takes a ready-made
 * mapping and changes some.
 *
 * <table>
 * <caption>Settings</caption>
 * <tr><th>{@code column.FIELD}</th><td>the column's heading; a {@code ?} at its end says that the
 *   column may be absent</td></tr>
 * <tr><th>{@code delimiter}</th><td>one character, or {@code tab}</td></tr>
 * <tr><th>{@code decimal}</th><td>{@code .} or {@code ,}</td></tr>
 * <tr><th>{@code date}</th><td>a pattern of {@link DateTimeFormatter}, with or without time</td></tr>
 * <tr><th>{@code charset}</th><td>such as {@code UTF-8} or {@code ISO-8859-1}</td></tr>
 * <tr><th>{@code zone}</th><td>where the clock stood that the times were read from; empty = the
 *   business's own</td></tr>
 * <tr><th>{@code services}</th><td>codes, separated by commas, that are services and not goods
 *   </td></tr>
 * <tr><th>{@code credit}</th><td>what the number of a credit note begins with</td></tr>
 * <tr><th>{@code customer.decimals}</th><td>{@code strip}: customer codes were numbers once, {@code
 *   17850.0} means {@code 17850}; {@code keep}</td></tr>
 * <tr><th>{@code prices}</th><td>{@code gross}: with tax; {@code net}: without; {@code business}:
 *   as the business's own prices</td></tr>
 * <tr><th>{@code tax}</th><td>tax rate, in percent, of the products that sales name for the first
 *   time; empty = the business's usual rate</td></tr>
 * <tr><th>{@code settlement}</th><td>{@code paid}: the documents are history and settled; {@code
 *   account}: they stand open on the customer's account</td></tr>
 * </table>
 *
 * @param kind what the rows are
 * @param settings all settings by name; {@code column.*} only of fields that are mapped
 */
public record ImportMapping(ImportKind kind, Map<String, String> settings) {

  private static final String COLUMN = "column.";
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("delimiter", ","),
          Map.entry("decimal", "."),
          Map.entry("date", "uuuu-MM-dd HH:mm:ss"),
          Map.entry("charset", "UTF-8"),
          Map.entry("zone", ""),
          Map.entry("services", ""),
          Map.entry("credit", ""),
          Map.entry("customer.decimals", "keep"),
          Map.entry("prices", "business"),
          Map.entry("tax", ""),
          Map.entry("settlement", "paid"));

  public ImportMapping {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** The names of the ready-made mappings. */
  public static List<String> names() {
    return List.of("online-retail", "sales", "products", "customers");
  }

  /**
   * A ready-made mapping.
   *
   * @throws InvalidException if there is none of this name
   */
  public static ImportMapping named(String name) {
    return switch (name) {
      case "online-retail" -> onlineRetail();
      case "sales" -> ready(ImportKind.SALES);
      case "products" -> ready(ImportKind.PRODUCTS);
      case "customers" -> ready(ImportKind.CUSTOMERS);
      default -> throw unusable("mapping", "imports.mapping-unknown", name);
    };
  }

  /** The files of the UCI "Online Retail" data set. */
  public static ImportMapping onlineRetail() {
    var settings = new TreeMap<>(DEFAULTS);
    settings.put("column.document", "InvoiceNo");
    settings.put("column.sku", "StockCode");
    settings.put("column.name", "Description");
    settings.put("column.quantity", "Quantity");
    settings.put("column.time", "InvoiceDate");
    settings.put("column.price", "UnitPrice");
    settings.put("column.customer", "CustomerID");
    settings.put("column.country", "Country");
    settings.put("zone", "Europe/London");
    settings.put("services", "POST,DOT,M,m,D,S,B,C2,AMAZONFEE,BANK CHARGES");
    settings.put("credit", "C");
    settings.put("customer.decimals", "strip");
    // The data set tells nothing of taxes: what it says was charged is the whole.
    settings.put("prices", "gross");
    settings.put("tax", "0");
    return new ImportMapping(ImportKind.SALES, settings);
  }

  /** Headings equal to the field names; what a kind can do without may be absent. */
  private static ImportMapping ready(ImportKind kind) {
    var settings = new TreeMap<>(DEFAULTS);
    for (var field : ImportField.of(kind)) {
      settings.put(COLUMN + field.key(), field.key() + (field.isNeededBy(kind) ? "" : "?"));
    }
    return new ImportMapping(kind, settings);
  }

  /**
   * This mapping with some settings changed. An empty column setting unmaps the field.
   *
   * @throws InvalidException naming the setting that is unknown or has a value that makes no sense
   */
  public ImportMapping with(Map<String, String> changes) {
    var changed = new TreeMap<>(settings);
    changes.forEach(
        (name, value) -> {
          if (name.startsWith(COLUMN) && value.isBlank()) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    var mapping = new ImportMapping(kind, changed);
    mapping.check();
    return mapping;
  }

  private void check() {
    var known =
        ImportField.of(kind).stream().map(f -> COLUMN + f.key()).collect(Collectors.toSet());
    for (var name : settings.keySet()) {
      if (!DEFAULTS.containsKey(name) && !known.contains(name)) {
        throw unusable(name, "imports.mapping-setting-unknown", name);
      }
    }
    for (var field : ImportField.of(kind)) {
      if (field.isNeededBy(kind) && !settings.containsKey(COLUMN + field.key())) {
        throw unusable(COLUMN + field.key(), "imports.mapping-column-needed", field.key());
      }
    }
    delimiter();
    oneOf("decimal", ".", ",");
    oneOf("customer.decimals", "keep", "strip");
    oneOf("settlement", "paid", "account");
    oneOf("prices", "business", "gross", "net");
    taxPercent();
    charset();
    dates();
    if (!settings.get("zone").isEmpty()) {
      zone(null);
    }
    if (decimal() == delimiter()) {
      throw unusable("decimal", "imports.mapping-decimal-is-delimiter", decimal());
    }
  }

  private void oneOf(String name, String... allowed) {
    if (!List.of(allowed).contains(settings.get(name))) {
      throw bad(name);
    }
  }

  private InvalidException bad(String name) {
    return unusable(name, "imports.mapping-value", name, settings.get(name));
  }

  private static InvalidException unusable(String setting, String code, Serializable... arguments) {
    return new InvalidException(Violation.at(setting, code, arguments));
  }

  /** The headings by field. */
  Map<ImportField, Column> columns() {
    var columns = new EnumMap<ImportField, Column>(ImportField.class);
    for (var field : ImportField.of(kind)) {
      var heading = settings.get(COLUMN + field.key());
      if (heading != null) {
        var optional = heading.endsWith("?");
        var name = optional ? heading.substring(0, heading.length() - 1) : heading;
        columns.put(field, new Column(name.strip(), optional));
      }
    }
    return columns;
  }

  /** A column of the file and whether the file may do without it. */
  record Column(String heading, boolean optional) {}

  char delimiter() {
    var delimiter = settings.get("delimiter");
    if (delimiter.equals("tab") || delimiter.equals("\t")) {
      return '\t';
    }
    if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
      throw bad("delimiter");
    }
    return delimiter.charAt(0);
  }

  char decimal() {
    return settings.get("decimal").charAt(0);
  }

  Charset charset() {
    try {
      return Charset.forName(settings.get("charset"));
    } catch (IllegalArgumentException e) {
      throw bad("charset");
    }
  }

  /** Strict: the 31st of February is refused. */
  DateTimeFormatter dates() {
    try {
      return DateTimeFormatter.ofPattern(settings.get("date"), Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw bad("date");
    }
  }

  /** The zone of the file's times, or the given one if the mapping names none. */
  ZoneId zone(ZoneId otherwise) {
    try {
      return settings.get("zone").isEmpty() ? otherwise : ZoneId.of(settings.get("zone"));
    } catch (DateTimeException e) {
      throw bad("zone");
    }
  }

  Set<String> services() {
    return Arrays.stream(settings.get("services").split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean isCreditNote(String document) {
    var prefix = settings.get("credit");
    return !prefix.isEmpty() && document.startsWith(prefix);
  }

  boolean stripsCustomerDecimals() {
    return settings.get("customer.decimals").equals("strip");
  }

  /** Whether the file's prices contain tax; the business's way if the mapping does not say. */
  boolean pricesIncludeTax(boolean businesssWay) {
    var prices = settings.get("prices");
    return prices.equals("business") ? businesssWay : prices.equals("gross");
  }

  /** Tax rate of products that sales name for the first time, in percent; none = the usual. */
  Optional<BigDecimal> taxPercent() {
    var percent = settings.get("tax");
    if (percent.isEmpty()) {
      return Optional.empty();
    }
    if (!percent.matches("\\d{1,2}(\\.\\d{1,4})?|100")) {
      throw bad("tax");
    }
    return Optional.of(new BigDecimal(percent));
  }

  /** Whether documents stay open on the customer's account. */
  boolean isOnAccount() {
    return settings.get("settlement").equals("account");
  }

  /** One line a setting, as the database keeps it. */
  String toText() {
    var properties = new Properties();
    properties.putAll(settings);
    var text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString()
        .lines()
        .filter(l -> !l.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  /** The mapping that {@link #toText} has written. */
  static ImportMapping parse(ImportKind kind, String text) {
    var read = new Properties();
    try {
      read.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var settings = new TreeMap<String, String>();
    read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
    return new ImportMapping(kind, settings);
  }
}
