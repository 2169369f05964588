package org.tradehall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tradehall.audit.service.LogQuery;
import org.tradehall.audit.service.LogService;
import org.tradehall.harness.ContainerServer;
import org.tradehall.identity.service.SignUp;
import org.tradehall.identity.service.UserService;
import org.tradehall.platform.service.RetentionRound;
import org.tradehall.platform.service.SealingRound;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.NewBusiness;

/** The rounds in which logs are sealed and shortened, started by the test instead of the clock. */
@ArquillianTest
class LogCareIT {

  private static final LogQuery ALL = new LogQuery(null, null, null, null, null, null, null, null);

  @Inject Inside inside;
  @Inject SealingRound sealing;
  @Inject RetentionRound retention;
  @Inject LogService log;
  @Inject BusinessContext context;
  @Inject BusinessService businesses;
  @Inject UserService users;
  @Inject UserTransaction transaction;

  @Deployment
  static EnterpriseArchive application() {
    return ContainerServer.application(LogCareIT.class, Inside.class);
  }

  /** Writes as the application could, if it lied about the time. */
  @ApplicationScoped
  public static class Inside {

    @PersistenceContext(unitName = "primary")
    EntityManager em;

    void entryOf(int yearsAgo) throws SQLException {
      try (var insert =
          em.unwrap(Connection.class)
              .prepareStatement(
                  """
                  insert into system_logs (business_id, id, recorded_at, user_id, action, entity, detail)
                    values (app_business(), nextval('ids'), now() - make_interval(years => ?),
                      app_user(), 'test.old', 'Test', '{}')""")) {
        insert.setInt(1, yearsAgo);
        insert.execute();
      }
    }
  }

  @AfterEach
  void leave() {
    context.identify(null);
  }

  @Test
  void what_is_older_than_the_business_wants_is_deleted_and_the_rest_is_whole() throws Exception {
    var mail = UUID.randomUUID() + "@example.org";
    var user = users.signUp(new SignUp("Rita", mail, "correct horse battery")).getId();
    context.identify(user);
    // In one transaction, so that the server's own round sees all or nothing of it.
    transaction.begin();
    var business = open();
    for (var years : new int[] {12, 11, 9, 0}) {
      inside.entryOf(years);
    }
    transaction.commit();

    sealing.run();
    retention.run();
    sealing.run();

    context.identify(user);
    businesses.enter(business, null);
    var entries = log.search(ALL, 10);
    assertThat(entries)
        .extracting(row -> row.entry().getAction())
        .containsExactlyInAnyOrder("log.purge", "test.old", "business.open", "test.old");
    assertThat(log.verify().isWhole()).isTrue();
    assertThat(log.verify().entries()).isEqualTo(4);
  }

  private Long open() {
    return businesses
        .open(
            new NewBusiness(
                "Old hands",
                Currency.getInstance("EUR"),
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                true,
                false,
                "none",
                BigDecimal.ZERO))
        .getId();
  }
}
