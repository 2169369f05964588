package org.tradehall.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.ContainerServer;
import org.tradehall.harness.Until;
import org.tradehall.identity.service.SignUp;
import org.tradehall.identity.service.UserService;
import org.tradehall.imports.model.ImportState;
import org.tradehall.imports.service.ImportMapping;
import org.tradehall.imports.service.ImportService;
import org.tradehall.platform.service.OldImportFiles;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.NewBusiness;

/** The night's work on the files of imports that nobody completed. */
@ArquillianTest
class OldImportFilesIT {

  private static final byte[] PRODUCTS =
      "sku,name\n1,Tea\n2,Coffee\n".getBytes(StandardCharsets.UTF_8);

  @Inject Inside inside;
  @Inject BusinessContext context;
  @Inject BusinessService businesses;
  @Inject UserService users;
  @Inject ImportService imports;
  @Inject OldImportFiles oldFiles;
  @Inject UserTransaction transaction;

  private Long user;
  private Long business;

  @Deployment
  static EnterpriseArchive application() {
    return ContainerServer.application(OldImportFilesIT.class, Inside.class, Until.class);
  }

  /** The database as the application reaches it. */
  @ApplicationScoped
  public static class Inside {

    @PersistenceContext(unitName = "primary")
    EntityManager em;

    void date(Long importId, String age) throws SQLException {
      try (var statement =
          em.unwrap(Connection.class)
              .prepareStatement(
                  "update imports set created_at = now() - ?::interval where id = ?")) {
        statement.setString(1, age);
        statement.setLong(2, importId);
        assertThat(statement.executeUpdate()).isOne();
      }
    }
  }

  @BeforeEach
  void business() {
    var mail = UUID.randomUUID() + "@example.org";
    user = users.signUp(new SignUp("Ines", mail, "correct horse battery")).getId();
    context.identify(user);
    business =
        businesses
            .open(
                new NewBusiness(
                    "Importers",
                    Currency.getInstance("EUR"),
                    Locale.GERMANY,
                    ZoneId.of("Europe/Berlin"),
                    true,
                    false,
                    "VAT",
                    BigDecimal.TEN))
            .getId();
  }

  @Test
  void a_file_goes_after_thirty_days_and_its_report_stays() throws Exception {
    var old = checked();
    var young = checked();
    date(old, "31 days");
    date(young, "29 days");

    oldFiles.delete();

    context.identify(user);
    businesses.enter(business, null);
    assertThat(imports.report(old, null, 0, 10)).hasSize(2);
    assertThatThrownBy(() -> imports.execute(old))
        .hasFieldOrPropertyWithValue("code", "imports.file-gone");
    imports.execute(young);
    assertThat(await(young, ImportState.RUNNING)).isEqualTo(ImportState.COMPLETED);
  }

  private Long checked() {
    var mapping = ImportMapping.named("products");
    var id = imports.upload("products.csv", mapping, new ByteArrayInputStream(PRODUCTS));
    assertThat(await(id, ImportState.CHECKING)).isEqualTo(ImportState.CHECKED);
    return id;
  }

  private ImportState await(Long id, ImportState underWay) {
    return Until.is(
        Duration.ofMinutes(1),
        "no longer " + underWay,
        () -> imports.get(id).state(),
        state -> state != underWay);
  }

  private void date(Long id, String age) throws Exception {
    transaction.begin();
    assertThat(imports.get(id)).isNotNull();
    inside.date(id, age);
    transaction.commit();
  }
}
