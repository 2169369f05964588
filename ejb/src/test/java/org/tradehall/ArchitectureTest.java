package org.tradehall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.tenancy.service.Requires;
import org.tradehall.tenancy.service.RequiresAdmin;

/** What services may know and must declare; the model is looked at together with them. */
@AnalyzeClasses(packages = "org.tradehall", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule every_use_case_declares_its_right =
      methods()
          .that()
          .arePublic()
          .and()
          .areNotStatic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .or()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Singleton.class)
          .and()
          .arePublic()
          .should(declareARight());

  @ArchTest
  static final ArchRule only_the_platform_crosses_businesses =
      classes()
          .that()
          .areAnnotatedWith(CrossTenant.class)
          .should()
          .resideInAPackage("org.tradehall.platform..");

  @ArchTest
  static final ArchRule services_know_neither_pages_nor_the_web =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tradehall.*.view..",
              "org.tradehall.*.api..",
              "jakarta.faces..",
              "jakarta.ws.rs..",
              "jakarta.servlet..");

  @ArchTest
  static final ArchRule nobody_sets_a_property_on_the_injected_entity_manager =
      noClasses()
          .should()
          .callMethod(EntityManager.class, "setProperty", String.class, Object.class)
          .because("WildFly's proxy would keep it for every later transaction");

  @ArchTest
  static final ArchRule no_native_queries =
      noClasses()
          .should()
          .callMethod(EntityManager.class, "createNativeQuery", String.class)
          .orShould()
          .callMethod(EntityManager.class, "createNativeQuery", String.class, Class.class)
          .orShould()
          .callMethod(EntityManager.class, "createNativeQuery", String.class, String.class);

  @ArchTest
  static final ArchRule plain_sql_stays_where_rows_are_locked_counted_or_brought_in =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.tradehall.tenancy.service..",
              "org.tradehall.shared..",
              "org.tradehall.replica.service..",
              "org.tradehall.inventory.service..",
              "org.tradehall.ledger.service..",
              "org.tradehall.imports.service..",
              "org.tradehall.mail.service..",
              "org.tradehall.identity.service..",
              "org.tradehall.reporting.service..",
              "org.tradehall.platform.service..",
              "org.tradehall.audit..",
              "org.tradehall.archive.service..",
              "org.tradehall.backup..",
              "org.tradehall.privacy.service..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule features_have_no_cycles =
      slices().matching("org.tradehall.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule upper_features_are_known_by_nobody_below =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.tradehall.shared..",
              "org.tradehall.tenancy..",
              "org.tradehall.identity..",
              "org.tradehall.catalog..",
              "org.tradehall.parties..",
              "org.tradehall.inventory..",
              "org.tradehall.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tradehall.sales..",
              "org.tradehall.expenses..",
              "org.tradehall.imports..",
              "org.tradehall.reporting..",
              "org.tradehall.archive..",
              "org.tradehall.platform..",
              "org.tradehall.demo..");

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

  @ArchTest static final ArchRule no_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  private static ArchCondition<JavaMethod> declareARight() {
    return new ArchCondition<>("declare who may call them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean declared =
            has(method, Requires.class)
                || has(method, Anyone.class)
                || has(method, RequiresAdmin.class);
        if (!declared) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }

  private static boolean has(JavaMethod method, Class<? extends Annotation> right) {
    return method.isAnnotatedWith(right) || method.getOwner().isAnnotatedWith(right);
  }
}
