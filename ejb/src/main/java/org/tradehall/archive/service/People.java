package org.tradehall.archive.service;

import java.util.List;
import java.util.stream.Collectors;

/** Who is named in the rows of a business: members, and whoever did something in it. */
final class People {

  private People() {}

  /**
   * Selects id, address and name. The address is left out of who was forgotten, and of the platform
   * staff, whose addresses the business never saw.
   */
  static String select(List<ArchiveTable> tables) {
    var named =
        tables.stream()
            .flatMap(
                table ->
                    table.people().stream()
                        .sorted()
                        .map(
                            column ->
                                "select %s from %s where business_id = app_business()"
                                    .formatted(
                                        ArchiveTable.quoted(column),
                                        ArchiveTable.quoted(table.name()))))
            .collect(Collectors.joining(" union "));
    return """
    select 'people', array[u.id::text, case when u.erased_at is null
      and (a.user_id is null or m.user_id is not null) then u.email end, u.name]
    from users u left join admin_profiles a on a.user_id = u.id
    left join memberships m on m.business_id = app_business() and m.user_id = u.id
    where u.id in (%s) order by u.id"""
        .formatted(named);
  }
}
