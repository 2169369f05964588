package org.tradehall.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A business of its own for a test: owner, one branch, a tax rate of 20 % and an API key, written
 * straight into the database, for opening it through the pages has its own test.
 */
public final class Shop {

  /** Of every shop's owner. */
  public static final String PASSWORD = "correct horse battery";

  private static final String PASSWORD_HASH = hash();

  private final Sql sql;
  private final Supplier<String> server;
  private final long businessId;
  private final long userId;
  private final long branchId;
  private final long taxRateId;
  private final String email;
  private final String key;

  /** How a shop does business; start from {@link #USUAL}. */
  public record Terms(
      String name, String currency, boolean pricesIncludeTax, boolean allowNegativeStock) {

    public static final Terms USUAL = new Terms("Corner shop", "EUR", false, false);

    public Terms named(String other) {
      return new Terms(other, currency, pricesIncludeTax, allowNegativeStock);
    }

    public Terms in(String otherCurrency) {
      return new Terms(name, otherCurrency, pricesIncludeTax, allowNegativeStock);
    }

    public Terms withTax() {
      return new Terms(name, currency, true, allowNegativeStock);
    }

    public Terms belowZero() {
      return new Terms(name, currency, pricesIncludeTax, true);
    }
  }

  /** A shop whose prices are without tax and that sells only what it has. */
  public static Shop open() {
    return open(Terms.USUAL);
  }

  public static Shop open(Terms terms) {
    return new Shop(Sql.superuser(), () -> Tradehall.server().url(), terms, null);
  }

  static Shop at(Apart other) {
    return new Shop(other.superuser(), () -> other.server().url(), Terms.USUAL, null);
  }

  /** One more business of the same owner. */
  public Shop sister(Terms terms) {
    return new Shop(sql, server, terms, new Owner(userId, email));
  }

  private record Owner(long id, String email) {}

  private Owner newUser() {
    var email = UUID.randomUUID() + "@example.org";
    var id =
        sql.number(
            "insert into users (id, email, name, password_hash, created_at, version)"
                + " values (nextval('ids'), ?, 'Olga Owner', ?, now(), 1) returning id",
            email,
            PASSWORD_HASH);
    return new Owner(id, email);
  }

  /**
   * @param known null for a new owner
   */
  private Shop(Sql sql, Supplier<String> server, Terms terms, Owner known) {
    this.sql = sql;
    this.server = server;
    var owner = known == null ? newUser() : known;
    userId = owner.id();
    email = owner.email();
    businessId =
        sql.number(
            "insert into businesses (id, name, currency, locale, time_zone, prices_include_tax,"
                + " allow_negative_stock, created_at, version)"
                + " values (nextval('ids'), ?, ?, 'en-IE', 'Europe/Berlin', ?, ?, now(), 1)"
                + " returning id",
            terms.name(),
            terms.currency(),
            terms.pricesIncludeTax(),
            terms.allowNegativeStock());
    sql.run(
        "insert into memberships (business_id, id, user_id, role, created_at)"
            + " values (?, nextval('ids'), ?, 'OWNER', now())",
        businessId,
        userId);
    branchId =
        sql.number(
            "insert into branches (business_id, id, code, name, time_zone, version)"
                + " values (?, nextval('ids'), '01', ?, 'Europe/Berlin', 1) returning id",
            businessId,
            terms.name());
    taxRateId = taxRate("VAT 20 %", "20");
    key = newKey();
  }

  /** One more tax rate, in percent. */
  public long taxRate(String name, String percent) {
    return sql.number(
        "insert into tax_rates (business_id, id, name, percent, version)"
            + " values (?, nextval('ids'), ?, ?::numeric, 1) returning id",
        businessId,
        name,
        percent);
  }

  /**
   * Somebody who works here.
   *
   * @param key of a program that works for the person
   */
  public record Staff(long userId, long membershipId, String email, String key) {

    public Api api() {
      return new Api(Tradehall.server().url(), key);
    }
  }

  /** Somebody in a ready-made role, in every branch. */
  public Staff employ(String readyRole) {
    return employ(readyRole, null);
  }

  /** Somebody in a role of the shop's own; without branches: in all. */
  public Staff employ(long ownRole, long... branches) {
    var staff = employ(null, ownRole);
    for (var branch : branches) {
      sql.run(
          "insert into membership_branches (business_id, id, membership_id, branch_id)"
              + " values (?, nextval('ids'), ?, ?)",
          businessId,
          staff.membershipId(),
          branch);
    }
    return staff;
  }

  private Staff employ(String readyRole, Long ownRole) {
    var person = newUser();
    var membership =
        sql.number(
            "insert into memberships (business_id, id, user_id, role, role_id, created_at)"
                + " values (?, nextval('ids'), ?, ?, ?, now()) returning id",
            businessId,
            person.id(),
            readyRole,
            ownRole);
    return new Staff(person.id(), membership, person.email(), newKey(person.id()));
  }

  /**
   * A role of the shop's own.
   *
   * @param permissions their codes, with spaces between them
   * @param maximumDiscount in percent; null for any
   */
  public long role(String permissions, String maximumDiscount, boolean ownBranches, boolean own) {
    return sql.number(
        "insert into roles (business_id, id, name, permissions, maximum_discount,"
            + " own_branches_only, own_documents_only, version)"
            + " values (?, nextval('ids'), ?, ?, ?::numeric, ?, ?, 1) returning id",
        businessId,
        UUID.randomUUID().toString(),
        permissions,
        maximumDiscount,
        ownBranches,
        own);
  }

  /**
   * A role of the shop's own that sees, records and approves expenses.
   *
   * @param limit the largest that it may approve; null for any
   */
  public long spendingRole(String limit) {
    var role = role("expense.view expense.record expense.approve", null, false, false);
    sql.run("update roles set expense_limit = ?::numeric where id = ?", limit, role);
    return role;
  }

  /** One more branch. */
  public long branch(String code) {
    return sql.number(
        "insert into branches (business_id, id, code, name, time_zone, version)"
            + " values (?, nextval('ids'), ?, ?, 'Europe/Berlin', 1) returning id",
        businessId,
        code,
        "Branch " + code);
  }

  /** One more API key of the owner, as its holder knows it. */
  public String newKey() {
    return newKey(userId);
  }

  private String newKey(long holder) {
    var random = new byte[32];
    new SecureRandom().nextBytes(random);
    var secret =
        "th_" + businessId + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    sql.run(
        "insert into api_keys (business_id, id, user_id, name, hint, secret_hash, created_at)"
            + " values (?, nextval('ids'), ?, 'Test', '', ?, now())",
        businessId,
        holder,
        sha256(secret));
    return secret;
  }

  /** A program with this shop's key, on the server that all tests share. */
  public Api api() {
    return api(server.get());
  }

  /** A program that works for one of the staff. */
  public Api apiOf(Staff staff) {
    return new Api(server.get(), staff.key());
  }

  /** A program with this shop's key, on another server. */
  public Api api(String server) {
    return new Api(server, key);
  }

  /** Another business of the same owner, which is there already. */
  public Shop moved(long toBusiness) {
    return new Shop(this, toBusiness);
  }

  private Shop(Shop owners, long toBusiness) {
    sql = owners.sql;
    server = owners.server;
    userId = owners.userId;
    email = owners.email;
    businessId = toBusiness;
    branchId =
        sql.number("select id from branches where business_id = ? and code = '01'", businessId);
    taxRateId = sql.number("select min(id) from tax_rates where business_id = ?", businessId);
    key = newKey();
  }

  /** Creates goods at the shop's usual tax rate. */
  public long goods(String sku, String price, int stock) {
    return goods(sku, price, stock, taxRateId);
  }

  public long goods(String sku, String price, int stock, long atTaxRate) {
    var answer =
        api()
            .post(
                "products",
                """
                {"sku": %s, "name": %s, "kind": "GOODS", "price": %s, "active": true,
                 "openingStock": %d, "taxRateId": %d}"""
                    .formatted(Api.quoted(sku), Api.quoted(sku), price, stock, atTaxRate));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }

  public long customer(String code) {
    var answer =
        api()
            .post(
                "customers",
                "{\"code\": %s, \"name\": %s}".formatted(Api.quoted(code), Api.quoted(code)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }

  /** An expense of the owner's, who approves it thereby. */
  public long expense(String payee, String amount) {
    var answer =
        api()
            .post(
                "expenses",
                "{\"category\": \"RENT\", \"payee\": %s, \"amount\": %s, \"method\": \"CASH\"}"
                    .formatted(Api.quoted(payee), amount));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }

  /** What is on hand of a product, as the API tells it. */
  public String onHand(long productId) {
    return api().get("products/" + productId).text("/onHand");
  }

  /** Rows of one of this business's tables. */
  public long count(String table) {
    return sql.number("select count(*) from " + table + " where business_id = ?", businessId);
  }

  public long businessId() {
    return businessId;
  }

  public long userId() {
    return userId;
  }

  public long branchId() {
    return branchId;
  }

  public long taxRateId() {
    return taxRateId;
  }

  public String email() {
    return email;
  }

  public String key() {
    return key;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As Jakarta Security's Pbkdf2PasswordHash writes it, with the application's parameters. */
  private static String hash() {
    var salt = new byte[32];
    new SecureRandom().nextBytes(salt);
    try {
      var spec = new PBEKeySpec(PASSWORD.toCharArray(), salt, 210_000, 256);
      var hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
      var base64 = Base64.getEncoder();
      return "PBKDF2WithHmacSHA512:210000:"
          + base64.encodeToString(salt)
          + ":"
          + base64.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
