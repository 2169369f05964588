package org.tradehall.shared.service;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/**
 * Says what a refusal of the database means. Uniqueness is the database's to decide, for only it
 * sees both of two simultaneous requests; this is the one place where its answer is translated.
 */
public class ConstraintInterceptor {

  private static final Pattern CONSTRAINT = Pattern.compile("constraint \"(\\w+)\"");

  /** PostgreSQL's state for a text with a character that it cannot keep: the null character. */
  private static final String UNSTORABLE = "22021";

  private static final Map<String, Violation> MEANING =
      Map.ofEntries(
          Map.entry("products_sku_unique", Violation.at("sku", "catalog.sku-taken")),
          Map.entry("products_barcode_unique", Violation.at("barcode", "catalog.barcode-taken")),
          Map.entry("customers_code_unique", Violation.at("code", "parties.code-taken")),
          Map.entry("tax_rates_name_unique", Violation.at("name", "catalog.tax-rate-taken")),
          Map.entry("users_email_unique", Violation.at("email", "identity.email-taken")),
          Map.entry(
              "sale_items_returns_within_sold", Violation.at("lines", "sales.more-than-sold")),
          Map.entry("roles_name_unique", Violation.at("name", "tenancy.role-name-taken")),
          Map.entry("admin_roles_name_unique", Violation.at("name", "tenancy.role-name-taken")),
          Map.entry("branches_code_unique", Violation.at("code", "tenancy.branch-code-taken")),
          Map.entry("memberships_user_unique", Violation.at("", "tenancy.member-already")));

  @AroundInvoke
  public Object translate(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (OptimisticLockException stale) {
      throw stale(stale);
    } catch (PersistenceException refused) {
      var violation = meaningOf(refused);
      if (violation == null) {
        throw refused;
      }
      throw (InvalidException) new InvalidException(violation).initCause(refused);
    }
  }

  private static ConflictException stale(OptimisticLockException cause) {
    return (ConflictException) new ConflictException("shared.changed-meanwhile").initCause(cause);
  }

  private static Violation meaningOf(Throwable refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNSTORABLE.equals(sql.getSQLState())) {
        return Violation.at("", "shared.unstorable-character");
      }
      var matcher = CONSTRAINT.matcher(String.valueOf(cause.getMessage()));
      if (matcher.find() && MEANING.containsKey(matcher.group(1))) {
        return MEANING.get(matcher.group(1));
      }
    }
    return null;
  }
}
