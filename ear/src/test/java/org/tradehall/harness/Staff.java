package org.tradehall.harness;

/** Somebody of the platform staff, who works in no business. */
public final class Staff {

  private final long userId;
  private final String email;

  private Staff(long userId, String email) {
    this.userId = userId;
    this.email = email;
  }

  /**
   * @param adminRole the name of an admin role, such as {@code Superadmin} or {@code Support}
   */
  public static Staff in(String adminRole) {
    var person = Shop.open();
    Sql.superuser()
        .run(
            "delete from memberships where user_id = ?;"
                + " insert into admin_profiles (user_id, created_at, admin_role_id)"
                + " select ?, now(), id from admin_roles where name = ?",
            person.userId(),
            person.userId(),
            adminRole);
    return new Staff(person.userId(), person.email());
  }

  /**
   * @param permissions codes with spaces between, such as {@code business.view user.view}
   */
  public static Staff allowed(String permissions) {
    return in(
        Sql.superuser()
            .column(
                "insert into admin_roles values (nextval('ids'), gen_random_uuid(), ?, '', 1)"
                    + " returning name",
                permissions)
            .get(0));
  }

  public long userId() {
    return userId;
  }

  /** For the login page, with {@link Shop#PASSWORD}. */
  public String email() {
    return email;
  }
}
