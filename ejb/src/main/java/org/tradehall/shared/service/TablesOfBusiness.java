package org.tradehall.shared.service;

/**
 * Which tables belong to a business, by the database's own catalogue, so that one that is made
 * tomorrow is not forgotten: its own row's, and those in which each row names its business.
 */
public final class TablesOfBusiness {

  /**
   * What follows the columns of a select: {@code c} of {@code pg_class}, grouped by it, and {@code
   * a} of {@code pg_attribute} for each column that does not compute itself.
   */
  public static final String SQL =
      """
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and (c.relname = 'businesses' or exists (select from pg_attribute b
          where b.attrelid = c.oid and b.attname = 'business_id' and b.attnotnull))
      group by c.oid, c.relname order by c.relname""";

  private TablesOfBusiness() {}
}
