package org.tradehall.backup.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.shared.model.RefusedException;

/**
 * What a restore must see to beyond the rows that it replaces: what is kept may name what is no
 * longer there, and who was forgotten since stays forgotten.
 */
final class Leftovers {

  /** Members all of whose branches go: without any branch they would work in every one. */
  private static final String STRANDED =
      """
      select u.name from membership_branches w
      join memberships m on m.business_id = w.business_id and m.id = w.membership_id
      join users u on u.id = m.user_id
      where w.business_id = ?
      group by u.name, m.id having bool_and(not exists (select from restored_branches b
        where b.id = w.branch_id)) order by 1 limit 1""";

  private static final String ERASED =
      """
      select c.id from customers c
      join restored_customers s on s.business_id = c.business_id and s.id = c.id
      where c.business_id = ? and c.erased_at is not null and s.erased_at is null order by 1""";

  private final Connection live;
  private final long businessId;
  private final List<Long> erased = new ArrayList<>();

  Leftovers(Connection live, long businessId) {
    this.live = live;
    this.businessId = businessId;
  }

  /** Before anything is changed. */
  void remember() throws SQLException {
    try (var query = live.prepareStatement(STRANDED)) {
      query.setLong(1, businessId);
      try (var rows = query.executeQuery()) {
        if (rows.next()) {
          throw new RefusedException("restoration.member-without-branch", rows.getString(1));
        }
      }
    }
    try (var query = live.prepareStatement(ERASED)) {
      query.setLong(1, businessId);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          erased.add(rows.getLong(1));
        }
      }
    }
  }

  /** In branches that are no longer there. */
  void endWorkplaces() throws SQLException {
    run(
        """
        delete from membership_branches w where w.business_id = ? and not exists
          (select from branches b where b.business_id = w.business_id and b.id = w.branch_id)""");
    run(
        """
        update invitations i set ended_at = now() where i.business_id = ? and i.ended_at is null
          and exists (select from unnest(string_to_array(i.branch_ids, ' ')) named
            where named <> '' and not exists (select from branches b
              where b.business_id = i.business_id and b.id = named::bigint))""");
  }

  /** The rows that a backup knows of somebody who has been erased since. */
  void forgetAgain() throws SQLException {
    if (erased.isEmpty()) {
      return;
    }
    try (var bind = live.prepareStatement("select set_config('app.business_id', ?, true)");
        var forget = live.prepareStatement("select forget_customer(?)")) {
      bind.setString(1, String.valueOf(businessId));
      bind.execute();
      for (var customer : erased) {
        forget.setLong(1, customer);
        forget.execute();
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = live.prepareStatement(sql)) {
      statement.setLong(1, businessId);
      statement.executeUpdate();
    }
  }
}
