package org.tradehall;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.util.List;
import org.tradehall.shared.model.BusinessOwned;

/** What the model may know and how it is made. */
@AnalyzeClasses(packages = "org.tradehall", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Entities that stand outside businesses, or come before one is chosen. */
  private static final String OUTSIDE =
      "User|AdminProfile|AdminRole|Business|Membership|PlatformLog|QueuedMail|SystemSetting|"
          + "UserSession|UserToken|SecondFactor|RecoveryCode|Passkey";

  @ArchTest
  static final ArchRule entities_are_owned_by_a_business_or_listed =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .and()
          .haveNameNotMatching(".*\\.(" + OUTSIDE + ")")
          .should()
          .beAssignableTo(BusinessOwned.class);

  @ArchTest
  static final ArchRule the_model_knows_no_upper_layer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tradehall.*.service..",
              "org.tradehall.*.view..",
              "org.tradehall.*.api..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.faces..",
              "jakarta.ws.rs..",
              "jakarta.servlet..");

  @ArchTest
  static final ArchRule of_ejb_only_exceptions_know_that_they_roll_back =
      noClasses()
          .that()
          .doNotHaveSimpleName("DomainException")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ejb..");

  @ArchTest
  static final ArchRule everything_is_in_a_model_package =
      classes().should().resideInAPackage("org.tradehall.*.model");

  @ArchTest static final ArchRule shared_knows_no_feature = knowsOnly("shared", List.of());

  @ArchTest
  static final ArchRule catalog_knows_no_other_feature = knowsOnly("catalog", List.of("shared"));

  @ArchTest
  static final ArchRule parties_knows_no_other_feature = knowsOnly("parties", List.of("shared"));

  @ArchTest
  static final ArchRule inventory_knows_the_catalog =
      knowsOnly("inventory", List.of("shared", "catalog"));

  @ArchTest
  static final ArchRule ledger_knows_the_parties =
      knowsOnly("ledger", List.of("shared", "parties"));

  @ArchTest
  static final ArchRule sales_know_goods_parties_stock_and_ledger =
      knowsOnly("sales", List.of("shared", "tenancy", "catalog", "parties", "inventory", "ledger"));

  @ArchTest
  static final ArchRule expenses_know_tax_rates_people_and_how_money_changes_hands =
      knowsOnly("expenses", List.of("shared", "identity", "tenancy", "catalog", "ledger"));

  @ArchTest
  static final ArchRule no_floating_point =
      noFields()
          .should()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(float.class)
          .orShould()
          .haveRawType(Double.class)
          .orShould()
          .haveRawType(Float.class);

  @ArchTest
  static final ArchRule no_old_dates = noFields().should().haveRawType(java.util.Date.class);

  @ArchTest
  static final ArchRule fields_are_not_public =
      fields().that().areNotStatic().should().notBePublic();

  @ArchTest static final ArchRule no_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  private static ArchRule knowsOnly(String feature, List<String> others) {
    var foreign =
        resideInAPackage("org.tradehall..")
            .and(not(resideInAPackage("org.tradehall." + feature + "..")));
    for (var other : others) {
      foreign = foreign.and(not(resideInAPackage("org.tradehall." + other + "..")));
    }
    return noClasses()
        .that()
        .resideInAPackage("org.tradehall." + feature + "..")
        .should()
        .dependOnClassesThat(foreign)
        .allowEmptyShould(true);
  }
}
