package org.tradehall.imports.service;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tradehall.imports.model.ImportRow;
import org.tradehall.imports.model.Reason;
import org.tradehall.imports.model.RowOutcome;

/**
 * One row of a file, its values by field, still as text: stripped of white space at both ends,
 * bounded in length, without control characters. What looks like a formula or markup is text like
 * any other.
 */
final class SourceRow {

  /** What spreadsheets make of long codes: the digits are lost, so it must not be taken in. */
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE]\\+\\d+");

  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,13})(\\.(\\d+))?");
  private static final int MOST_DECIMALS = 6;
  private static final int LONGEST_REFERENCE = 100;
  private static final char BETWEEN_FIELDS = '\u001e';
  private static final char BETWEEN_NAME_AND_VALUE = '\u001f';

  private final int number;
  private final Map<ImportField, String> values;

  SourceRow(int number, Map<ImportField, String> values) {
    this.number = number;
    this.values = values;
  }

  /** The row's number as a spreadsheet shows it: the headings are row 1. */
  int number() {
    return number;
  }

  /** Refuses values that no column of the database could hold. */
  void check() throws RowProblem {
    for (var entry : values.entrySet()) {
      var field = entry.getKey();
      if (entry.getValue().length() > field.longest()) {
        throw new RowProblem("imports.value-long", field.key(), field.longest());
      }
      if (entry.getValue().chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
        throw new RowProblem("imports.value-control", field.key());
      }
    }
  }

  /** Whether the file has a column for the field. */
  boolean has(ImportField field) {
    return values.containsKey(field);
  }

  /** The value, empty if the file has none. */
  String text(ImportField field) {
    return values.getOrDefault(field, "");
  }

  /** The value, which must be there. */
  String required(ImportField field) throws RowProblem {
    var text = text(field);
    if (text.isEmpty()) {
      throw new RowProblem("imports.value-missing", field.key());
    }
    return text;
  }

  /** A code that must be there: text, with its leading zeros. */
  String code(ImportField field) throws RowProblem {
    required(field);
    return optionalCode(field);
  }

  /** A code or empty. */
  String optionalCode(ImportField field) throws RowProblem {
    var text = text(field);
    if (SCIENTIFIC.matcher(text).matches()) {
      throw new RowProblem("imports.value-scientific", field.key(), text);
    }
    return text;
  }

  /**
   * An exact number of up to 13 digits and 6 decimals.
   *
   * @param point the character between both
   */
  BigDecimal decimal(ImportField field, char point) throws RowProblem {
    var text = required(field);
    if (SCIENTIFIC.matcher(text).matches()) {
      throw new RowProblem("imports.value-scientific", field.key(), text);
    }
    var plain = point == '.' ? text : text.replace('.', '!').replace(point, '.');
    var match = DECIMAL.matcher(plain);
    if (!match.matches()) {
      throw new RowProblem("imports.value-number", field.key(), text);
    }
    var number = new BigDecimal(plain);
    if (number.stripTrailingZeros().scale() > MOST_DECIMALS) {
      throw new RowProblem("imports.value-decimals", field.key(), MOST_DECIMALS);
    }
    return number;
  }

  /** All values as one text, from which {@link #parse} makes the same row again. */
  String content() {
    return values.entrySet().stream()
        .map(e -> e.getKey().key() + BETWEEN_NAME_AND_VALUE + e.getValue())
        .collect(Collectors.joining(String.valueOf(BETWEEN_FIELDS)));
  }

  /** This row as one that cannot be taken in. */
  ImportRow refused(Long importId, int step, String reference, RowProblem problem) {
    var shown = reference.replaceAll("\\p{Cntrl}", " ");
    var cut = shown.length() > LONGEST_REFERENCE ? shown.substring(0, LONGEST_REFERENCE) : shown;
    var row = new ImportRow(importId, number, step, cut, "", RowOutcome.ERROR);
    row.refuse(Reason.of(problem.code(), problem.arguments().toArray()));
    return row;
  }

  static SourceRow parse(int number, String content) {
    var values = new EnumMap<ImportField, String>(ImportField.class);
    for (var part : content.split(String.valueOf(BETWEEN_FIELDS), -1)) {
      var middle = part.indexOf(BETWEEN_NAME_AND_VALUE);
      if (middle > 0) {
        values.put(ImportField.keyed(part.substring(0, middle)), part.substring(middle + 1));
      }
    }
    return new SourceRow(number, values);
  }
}
