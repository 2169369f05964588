package org.tradehall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Sql;

/** What the schema promises, asked of the catalogue, so that a new table is covered by itself. */
class SchemaIT {

  /**
   * Tables that are not a business's: people stand outside businesses, with what they are mailed;
   * staff, migrations and what comes in archives above them, and a business itself is known by its
   * own id.
   */
  private static final List<String> NOT_OF_A_BUSINESS =
      List.of(
          "admin_profiles",
          "admin_roles",
          "archive_imports",
          "businesses",
          "flyway_schema_history",
          "login_attempts",
          "mails",
          "passkeys",
          "platform_log_checkpoints",
          "platform_log_heads",
          "platform_log_seals",
          "platform_logs",
          "platform_logs_unsealed",
          "recovery_codes",
          "second_factors",
          "system_settings",
          "user_sessions",
          "user_tokens",
          "users");

  private static final String TABLES =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')""";

  private static final String BUSINESS_TABLES =
      TABLES + " and c.relname not in ('" + String.join("', '", NOT_OF_A_BUSINESS) + "')";

  private final Sql sql = Sql.superuser();

  @Test
  void every_table_has_a_mandatory_business_or_is_listed() {
    assertThat(sql.column(BUSINESS_TABLES)).hasSizeGreaterThan(15);
    assertThat(
            sql.column(
                BUSINESS_TABLES
                    + """
                     and not exists (select from pg_attribute a where a.attrelid = c.oid
                       and a.attname = 'business_id' and a.attnotnull
                       and a.atttypid = 'bigint'::regtype)"""))
        .isEmpty();
  }

  @Test
  void row_level_security_is_forced_on_every_table_of_a_business() {
    assertThat(
            sql.column(BUSINESS_TABLES + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
        .isEmpty();
    assertThat(
            sql.column(
                TABLES
                    + " and c.relname = 'businesses'"
                    + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
        .isEmpty();
  }

  @Test
  void every_policy_speaks_of_the_running_transactions_business() {
    // The owner finds the invitations of a person whom it is making forgotten; no server logs in as
    // him.
    assertThat(
            sql.column(
                """
                select tablename || '.' || policyname from pg_policies
                where roles <> '{tradehall_platform}' and permissive = 'PERMISSIVE'
                  and (roles, policyname) <> ('{tradehall_owner}', 'forgetting')
                  and (coalesce(qual, 'app_business()') not like '%app_business()%'
                    or coalesce(with_check, 'app_business()') not like '%app_business()%')"""))
        .isEmpty();
    assertThat(
            sql.column(
                BUSINESS_TABLES
                    + """
                     and not exists (select from pg_policies p where p.tablename = c.relname
                       and p.with_check like '%app_business()%' and p.cmd in ('ALL', 'INSERT'))"""))
        .isEmpty();
  }

  @Test
  void every_key_of_a_business_table_begins_with_the_business() {
    assertThat(
            sql.column(
                """
                select i.indexrelid::regclass from pg_index i
                join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'business_id'
                where i.indrelid in (select c.oid from pg_class c
                  where c.relnamespace = 'public'::regnamespace) and i.indisunique
                  and i.indkey[0] <> a.attnum"""))
        .isEmpty();
    assertThat(
            sql.column(
                BUSINESS_TABLES
                    + """
                     and not exists (select from pg_constraint k where k.conrelid = c.oid
                       and k.contype = 'p')"""))
        .isEmpty();
  }

  @Test
  void every_reference_between_business_tables_carries_the_business() {
    assertThat(
            sql.column(
                """
                select k.conrelid::regclass || '.' || k.conname from pg_constraint k
                join pg_attribute mine on mine.attrelid = k.conrelid and mine.attname = 'business_id'
                join pg_attribute its on its.attrelid = k.confrelid and its.attname = 'business_id'
                where k.contype = 'f'
                  and (k.conkey[1] <> mine.attnum or k.confkey[1] <> its.attnum)"""))
        .isEmpty();
  }

  @Test
  void a_column_that_names_a_row_of_a_business_table_is_a_reference() {
    // By name: product_id must refer to products. A document is named by value where it may be of
    // several kinds, and the system log outlives what it speaks of.
    assertThat(
            sql.column(
                """
                select c.relname || '.' || a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                where c.relnamespace = 'public'::regnamespace and a.attname like '%\\_id'
                  and a.attname not in ('source_id', 'entity_id', 'last_business_id')
                  and not exists (select from pg_constraint k where k.conrelid = c.oid
                    and k.contype = 'f' and a.attnum = any (k.conkey))"""))
        .isEmpty();
  }

  @Test
  void a_restore_can_have_every_reference_checked_at_its_end() {
    assertThat(
            sql.column(
                """
                select conrelid::regclass || '.' || conname from pg_constraint
                where contype = 'f' and connamespace = 'public'::regnamespace
                  and (not condeferrable or condeferred)"""))
        .isEmpty();
  }

  @Test
  void only_who_may_enter_goes_with_what_it_refers_to() {
    // Whatever else went with its row, or held it, would do so in the middle of a restore.
    assertThat(
            sql.column(
                """
                select conrelid::regclass || ' -> ' || confrelid::regclass from pg_constraint
                where contype = 'f' and connamespace = 'public'::regnamespace
                  and (confdeltype <> 'a' or confupdtype <> 'a')
                  and exists (select from pg_attribute where attrelid = conrelid
                    and attname = 'business_id') order by 1"""))
        .containsExactly(
            "api_keys -> memberships",
            "invitations -> roles",
            "membership_branches -> memberships");
  }

  @Test
  void money_and_quantities_are_never_floating_point() {
    assertThat(
            sql.column(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public'
                  and data_type in ('real', 'double precision', 'money')"""))
        .isEmpty();
  }

  @Test
  void instants_have_their_zone() {
    assertThat(
            sql.column(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and table_name <> 'flyway_schema_history'
                  and data_type = 'timestamp without time zone'"""))
        .isEmpty();
  }

  @Test
  void the_applications_role_owns_nothing_and_bypasses_nothing() {
    assertThat(
            sql.column(
                "select rolname from pg_roles"
                    + " where rolname in ('tradehall_owner', 'tradehall_app', 'tradehall_platform')"
                    + " and (rolsuper or rolbypassrls"
                    + " or rolcreaterole or rolcreatedb or rolreplication)"))
        .isEmpty();
    assertThat(
            sql.column(
                """
                select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                where r.rolname in ('tradehall_app', 'tradehall_platform')"""))
        .isEmpty();
    assertThat(
            sql.column(
                """
                select m.roleid::regrole from pg_auth_members m
                where m.member in ('tradehall_app'::regrole, 'tradehall_platform'::regrole)"""))
        .isEmpty();
  }

  @Test
  void what_has_happened_can_neither_be_changed_nor_deleted() {
    assertThat(
            sql.column(
                """
                select t || ' ' || p from unnest(array['stock_movements', 'customer_transactions',
                  'payments', 'system_logs', 'system_log_seals',
                  'system_log_heads', 'system_log_checkpoints', 'platform_logs', 'platform_log_seals',
                  'platform_log_heads', 'platform_log_checkpoints', 'sale_taxes']) t,
                  unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
                where has_table_privilege('tradehall_app', t, p)
                   or p = 'UPDATE' and has_any_column_privilege('tradehall_app', t, p)"""))
        .isEmpty();
    assertThat(
            sql.column(
                """
                select column_name from information_schema.column_privileges
                where grantee = 'tradehall_app' and table_name = 'sales'
                  and privilege_type = 'UPDATE' order by 1"""))
        .containsExactly("number", "status");
    assertThat(
            sql.column(
                """
                select column_name from information_schema.column_privileges
                where grantee = 'tradehall_app' and table_name = 'expenses'
                  and privilege_type = 'UPDATE' order by 1"""))
        .containsExactly("decided_at", "decided_by", "decision_reason", "status", "version");
    assertThat(sql.column("select has_table_privilege('tradehall_app', 'expenses', 'DELETE')"))
        .containsExactly("false");
  }

  @Test
  void the_platforms_role_decides_who_may_work_and_writes_nothing_else() {
    assertThat(
            sql.column(
                TABLES
                    + """
                     and (has_table_privilege('tradehall_platform', c.oid, 'INSERT')
                       or has_table_privilege('tradehall_platform', c.oid, 'UPDATE')
                       or has_table_privilege('tradehall_platform', c.oid, 'DELETE'))
                     order by 1"""))
        .containsExactly("admin_profiles", "admin_roles");
    assertThat(
            sql.column(
                """
                select table_name || '.' || column_name from information_schema.column_privileges
                where grantee = 'tradehall_platform' and privilege_type = 'UPDATE'
                  and table_name not in ('admin_profiles', 'admin_roles') order by 1"""))
        .containsExactly(
            "businesses.status",
            "businesses.status_reason",
            "businesses.status_since",
            "businesses.version",
            "user_sessions.ended_at",
            "users.active",
            "users.version");
  }

  @Test
  void the_platforms_role_never_sees_password_hashes() {
    assertThat(
            sql.column(
                "select has_column_privilege('tradehall_platform', 'users', 'password_hash',"
                    + " 'SELECT')"))
        .containsExactly("false");
  }
}
