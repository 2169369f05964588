package org.tradehall.backup.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.backup.service.BusinessDiff.Change;
import org.tradehall.backup.service.BusinessDiff.Sample;
import org.tradehall.backup.service.BusinessDiff.TableDiff;
import org.tradehall.shared.model.RefusedException;

/** Compares the rows of a business with those of the source, which wait beside them. */
final class Comparison {

  private static final int SAMPLES = 5;

  private final Connection live;
  private final long businessId;

  Comparison(Connection live, long businessId) {
    this.live = live;
    this.businessId = businessId;
  }

  BusinessDiff diff(List<BusinessTable> tables) throws SQLException {
    var diffs = new ArrayList<TableDiff>();
    for (var table : tables) {
      var diff = diff(table);
      if (diff.isSomething()) {
        diffs.add(diff);
      }
    }
    return new BusinessDiff(List.copyOf(diffs));
  }

  private TableDiff diff(BusinessTable table) throws SQLException {
    var own = table.owner();
    var sql =
        """
        select count(*) filter (where s.%2$s is null), count(*) filter (where l.%2$s is null),
          count(*) filter (where l.%2$s is not null and s.%2$s is not null) %1$s"""
            .formatted(differing(table), own);
    try (var query = live.prepareStatement(sql)) {
      query.setLong(1, businessId);
      try (var row = query.executeQuery()) {
        row.next();
        long going = row.getLong(1);
        long returning = row.getLong(2);
        long changing = row.getLong(3);
        boolean some = going + returning + changing > 0;
        var samples = some ? samples(table) : List.<Sample>of();
        return new TableDiff(table.name(), going, returning, changing, samples);
      }
    }
  }

  private List<Sample> samples(BusinessTable table) throws SQLException {
    var sql =
        """
        select case when s.%2$s is null then 'GOES' when l.%2$s is null then 'RETURNS'
          else 'CHANGES' end, case when l.%2$s is null then %3$s else %4$s end
        %1$s order by %5$s limit %6$d"""
            .formatted(
                differing(table),
                table.owner(),
                table.label("s"),
                table.label("l"),
                table.key().stream()
                    .map(column -> "coalesce(l.\"%1$s\", s.\"%1$s\")".formatted(column))
                    .reduce((one, other) -> one + ", " + other)
                    .orElseThrow(),
                SAMPLES);
    try (var query = live.prepareStatement(sql)) {
      query.setLong(1, businessId);
      var samples = new ArrayList<Sample>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          samples.add(new Sample(Change.valueOf(rows.getString(1)), rows.getString(2)));
        }
      }
      return List.copyOf(samples);
    }
  }

  private static String differing(BusinessTable table) {
    return """
        from (select * from %1$s where %2$s = ?) l full join %3$s s on %4$s
        where l.%2$s is null or s.%2$s is null or %5$s <> %6$s"""
        .formatted(
            table.name(),
            table.owner(),
            table.source(),
            table.sameKey("l", "s"),
            table.row("l"),
            table.row("s"));
  }

  /**
   * @throws RefusedException if a table is not, row by row, what the source has
   */
  void assertSame(List<BusinessTable> tables) throws SQLException {
    for (var table : tables) {
      var here = sum("(select * from " + table.name() + " where " + table.owner() + " = ?)", table);
      var there =
          sum("(select * from " + table.source() + " where " + table.owner() + " = ?)", table);
      if (!here.equals(there)) {
        throw new RefusedException("restoration.not-as-source", table.name());
      }
    }
  }

  /** Number and sum of the rows, whatever their order. */
  private String sum(String rows, BusinessTable table) throws SQLException {
    var sql =
        "select count(*) || ' ' || coalesce(sum(hashtextextended(%s, 0)), 0) from %s t"
            .formatted(table.row("t"), rows);
    try (var query = live.prepareStatement(sql)) {
      query.setLong(1, businessId);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
