package org.tradehall.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.catalog.model.ProductKind;
import org.tradehall.catalog.service.ProductForm;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.harness.ContainerServer;
import org.tradehall.harness.Until;
import org.tradehall.identity.service.SignUp;
import org.tradehall.identity.service.UserService;
import org.tradehall.replica.service.Reads;
import org.tradehall.replica.service.ReplicaFigures;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.NewBusiness;

/** Each use case that only looks is answered by the standby, and the walls stand there as well. */
@ArquillianTest
class ReplicaReadsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Standby standby;
  @Inject ReplicaFigures figures;
  @Inject BusinessContext context;
  @Inject BusinessService businesses;
  @Inject ProductService products;
  @Inject UserService users;
  @Inject UserTransaction transaction;
  @Inject BeanManager beans;

  private Long user;
  private Long ours;
  private Long theirs;

  @Deployment
  static EnterpriseArchive application() {
    return ContainerServer.application(ReplicaReadsIT.class, Standby.class, Until.class);
  }

  /** The persistence unit as the application has it, without the services' interceptors. */
  @ApplicationScoped
  public static class Standby {

    @PersistenceContext(unitName = "replica")
    EntityManager em;

    /** Wall 1. */
    void discriminate(Long business) {
      em.unwrap(org.eclipse.persistence.jpa.JpaEntityManager.class)
          .setProperty("eclipselink.tenant-id", business);
    }

    /** Wall 2. */
    void set(Long business) throws SQLException {
      try (var statement =
          em.unwrap(Connection.class)
              .prepareStatement("select set_config('app.business_id', ?, true)")) {
        statement.setString(1, String.valueOf(business));
        statement.execute();
      }
    }

    long number(String query) throws SQLException {
      try (var statement = em.unwrap(Connection.class).prepareStatement(query);
          var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }

    long entities() {
      return em.createQuery("select count(p) from Product p", Long.class).getSingleResult();
    }

    void run(String sql) throws SQLException {
      try (var statement = em.unwrap(Connection.class).prepareStatement(sql)) {
        statement.execute();
      }
    }
  }

  /** Bodies that are called without arguments fail, which is not what is asked here. */
  private static final Logger FAILURES = Logger.getLogger("org.jboss.as.ejb3.invocation");

  @BeforeEach
  void twoBusinessesWithAProductEach() {
    FAILURES.setLevel(Level.OFF);
    var mail = UUID.randomUUID() + "@example.org";
    user = users.signUp(new SignUp("Ines", mail, "correct horse battery")).getId();
    ours = open("ours");
    theirs = open("theirs");
    enter(ours);
  }

  @AfterEach
  void leave() throws Exception {
    FAILURES.setLevel(null);
    if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      transaction.rollback();
    }
    context.identify(null);
  }

  @Test
  void every_use_case_that_only_looks_is_answered_by_the_standby() {
    awaitStandby();
    var missed = new ArrayList<String>();
    var asked = 0;
    for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      for (var method : reads(bean)) {
        asked++;
        if (!isServed(bean, method)) {
          missed.add(bean.getBeanClass().getSimpleName() + "." + method.getName());
        }
      }
    }
    assertThat(missed).isEmpty();
    assertThat(asked).isGreaterThan(35);
  }

  @Test
  void a_command_and_what_it_reads_is_answered_by_the_primary() throws Exception {
    awaitStandby();
    var served = figures.getServed();
    transaction.begin();
    businesses.enter(ours, null);
    assertThat(products.suggest("ours")).isNotNull();
    assertThat(figures.getServed()).isEqualTo(served);
  }

  @Test
  void the_discriminator_alone_hides_what_row_level_security_would_show() throws Exception {
    awaitStandby();
    transaction.begin();
    assertThat(standby.number("select pg_is_in_recovery()::int")).isOne();
    standby.discriminate(ours);
    standby.set(theirs);
    assertThat(standby.number("select count(*) from products")).isOne();
    assertThat(standby.entities()).isZero();
  }

  @Test
  void row_level_security_alone_hides_what_hand_written_sql_would_show() throws Exception {
    awaitStandby();
    transaction.begin();
    standby.set(ours);
    assertThat(standby.number("select count(*) from products")).isOne();
    assertThat(standby.number("select count(*) from products where business_id = " + theirs))
        .isZero();
  }

  @Test
  void a_forgotten_business_is_refused_after_another_request_had_one() throws Exception {
    for (int i = 0; i < 5; i++) {
      enter(ours);
      awaitStandby();
      context.identify(null);
      transaction.begin();
      assertThat(standby.number("select count(*) from products")).isZero();
      assertThatThrownBy(() -> standby.entities()).hasStackTraceContaining("EclipseLink-6174");
      transaction.rollback();
    }
  }

  @Test
  void nothing_can_be_written_there() throws Exception {
    transaction.begin();
    standby.set(ours);
    assertThatThrownBy(() -> standby.run("update products set name = 'sly'"))
        .hasMessageContaining("read-only transaction");
  }

  /** Until the standby has what was just written, and reads go there. */
  private void awaitStandby() {
    var served = figures.getServed();
    Until.isTrue(
        PATIENCE,
        "the standby serves",
        () -> {
          assertThat(products.suggest("made")).isNotNull();
          return figures.getServed() > served;
        });
  }

  private static List<Method> reads(Bean<?> bean) {
    return Arrays.stream(bean.getBeanClass().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Reads.class))
        .toList();
  }

  /** A second time where, on a busy machine, the watch over the standby was late. */
  private boolean isServed(Bean<?> bean, Method method) {
    var served = figures.getServed();
    call(bean, method);
    if (figures.getServed() == served) {
      awaitStandby();
      served = figures.getServed();
      call(bean, method);
    }
    return figures.getServed() > served;
  }

  /** Without sensible arguments: the way is chosen before they are looked at. */
  private void call(Bean<?> bean, Method method) {
    var instance =
        beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
    var arguments = new ArrayList<Object>();
    for (var type : method.getParameterTypes()) {
      arguments.add(type == int.class ? Integer.valueOf(0) : null);
    }
    try {
      var unused = method.invoke(instance, arguments.toArray());
    } catch (InvocationTargetException e) {
      // What a body makes of nothing is its own affair.
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void enter(Long business) {
    context.identify(user);
    businesses.enter(business, null);
  }

  private Long open(String name) {
    context.identify(user);
    var business =
        businesses
            .open(
                new NewBusiness(
                    name,
                    Currency.getInstance("EUR"),
                    Locale.ENGLISH,
                    ZoneId.of("UTC"),
                    true,
                    false,
                    "none",
                    BigDecimal.ZERO))
            .getId();
    var unused =
        products.create(
            new ProductForm(
                "1", name, null, ProductKind.GOODS, BigDecimal.TEN, null, null, true, null, null));
    return business;
  }
}
