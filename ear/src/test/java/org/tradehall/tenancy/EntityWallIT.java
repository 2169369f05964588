package org.tradehall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.model.ProductKind;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.catalog.service.ProductForm;
import org.tradehall.catalog.service.ProductQuery;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.harness.ContainerServer;
import org.tradehall.identity.service.SignUp;
import org.tradehall.identity.service.UserService;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.NewBusiness;

/**
 * Wall 1 with wall 2 out of play: the transaction's setting is turned to the other business behind
 * the application's back, so that the database shows the other's rows, and the entities still do
 * not.
 */
@ArquillianTest
class EntityWallIT {

  private static final ProductQuery ALL = new ProductQuery(null, null, null, false, 0, 10);

  @Inject Inside inside;
  @Inject BusinessContext context;
  @Inject BusinessService businesses;
  @Inject UserService users;
  @Inject ProductService products;
  @Inject UserTransaction transaction;

  private Long user;
  private Long ours;
  private Long theirs;
  private Long ourProduct;
  private Long theirProduct;

  @Deployment
  static EnterpriseArchive application() {
    return ContainerServer.application(EntityWallIT.class, Inside.class);
  }

  /** The persistence unit as the application has it, without the services' interceptors. */
  @ApplicationScoped
  public static class Inside {

    @PersistenceContext(unitName = "primary")
    EntityManager em;

    EntityManager em() {
      return em;
    }

    void set(Long business) throws SQLException {
      try (var statement =
          em.unwrap(Connection.class)
              .prepareStatement("select set_config('app.business_id', ?, true)")) {
        statement.setString(1, String.valueOf(business));
        statement.execute();
      }
    }

    long rows(String table) throws SQLException {
      try (var statement =
              em.unwrap(Connection.class).prepareStatement("select count(*) from " + table);
          var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @BeforeEach
  void twoBusinessesWithAProductEach() {
    var mail = UUID.randomUUID() + "@example.org";
    user = users.signUp(new SignUp("Ines", mail, "correct horse battery")).getId();
    context.identify(user);
    ours = open("ours");
    ourProduct = product("our product");
    context.identify(user);
    theirs = open("theirs");
    theirProduct = product("their product");
    context.identify(user);
  }

  @AfterEach
  void endTransaction() throws Exception {
    if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      transaction.rollback();
    }
    context.identify(null);
  }

  @Test
  void the_discriminator_alone_hides_what_row_level_security_would_show() throws Exception {
    transaction.begin();
    businesses.enter(ours, null);
    assertThat(products.search(ALL).total()).isOne();

    inside.set(theirs);

    assertThat(inside.rows("products where id = " + theirProduct)).isOne();
    assertThat(products.search(ALL).total()).isZero();
    assertThat(products.search(ALL).rows()).isEmpty();
    assertThat(inside.em().find(Product.class, theirProduct)).isNull();
    assertThat(
            inside.em().createQuery("select count(t) from TaxRate t", Long.class).getSingleResult())
        .isZero();
    assertThat(inside.em().createQuery("update Product p set p.name = 'sly'").executeUpdate())
        .isZero();
  }

  @Test
  void row_level_security_alone_hides_what_the_discriminator_would_show() throws Exception {
    transaction.begin();
    businesses.enter(ours, null);
    inside.set(theirs);
    assertThat(inside.rows("products where id = " + ourProduct)).isZero();
    assertThat(inside.rows("products")).isOne();
  }

  @Test
  void a_forgotten_business_is_refused_after_another_request_had_one() throws Exception {
    for (int i = 0; i < 5; i++) {
      context.identify(user);
      businesses.enter(ours, null);
      assertThat(products.search(ALL).total()).isOne();

      context.identify(null);
      transaction.begin();
      assertThat(inside.rows("products")).isZero();
      assertThatThrownBy(() -> inside.em().createQuery("select p from Product p").getResultList())
          .hasStackTraceContaining("EclipseLink-6174");
      transaction.rollback();
    }
  }

  @Test
  void nothing_is_written_without_a_business() throws Exception {
    context.identify(null);
    transaction.begin();
    inside.em().persist(new TaxRate("nobody's", BigDecimal.ONE));
    assertThatThrownBy(() -> inside.em().flush()).hasStackTraceContaining("violates");
  }

  @Test
  void a_service_refuses_a_caller_without_a_business() {
    assertThatThrownBy(() -> products.search(ALL)).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void a_transaction_cannot_change_sides() throws Exception {
    transaction.begin();
    businesses.enter(ours, null);
    assertThatThrownBy(() -> businesses.enter(theirs, null))
        .hasStackTraceContaining("belongs to another business");
  }

  @Test
  void the_entities_are_woven() {
    assertThat(inside.em().getMetamodel().getEntities())
        .isNotEmpty()
        .allSatisfy(
            entity ->
                assertThat(interfaces(entity.getJavaType()))
                    .as(entity.getName())
                    .contains("org.eclipse.persistence.internal.weaving.PersistenceWeaved"));
  }

  @Test
  void no_row_of_a_business_is_kept_in_a_shared_cache() throws Exception {
    transaction.begin();
    businesses.enter(ours, null);
    assertThat(products.get(ourProduct)).isNotNull();
    var cache = inside.em().getEntityManagerFactory().getCache();
    assertThat(inside.em().getMetamodel().getEntities())
        .filteredOn(entity -> BusinessOwned.class.isAssignableFrom(entity.getJavaType()))
        .isNotEmpty()
        .noneMatch(entity -> cache.contains(entity.getJavaType(), ourProduct));
  }

  private static List<String> interfaces(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).map(Class::getName).toList();
  }

  private Long open(String name) {
    return businesses
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
  }

  private Long product(String name) {
    return products
        .create(
            new ProductForm(
                "1", name, null, ProductKind.GOODS, BigDecimal.TEN, null, null, true, null, null))
        .getId();
  }
}
