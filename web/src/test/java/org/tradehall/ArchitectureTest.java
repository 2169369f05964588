package org.tradehall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.SessionScoped;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

/** Pages and API know the services and nothing beneath them, and are strangers to each other. */
@AnalyzeClasses(
    packages = "org.tradehall",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule nothing_below_the_services_is_touched =
      noClasses()
          .that()
          .resideInAnyPackage("org.tradehall.*.view..", "org.tradehall.*.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..", "java.sql..");

  @ArchTest
  static final ArchRule pages_do_not_know_the_api =
      noClasses()
          .that()
          .resideInAPackage("org.tradehall.*.view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.tradehall.*.api..", "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule the_api_does_not_know_pages =
      noClasses()
          .that()
          .resideInAPackage("org.tradehall.*.api..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.faces..");

  @ArchTest
  static final ArchRule resources_are_named_so_and_live_in_api =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .haveSimpleNameEndingWith("Resource")
          .andShould()
          .resideInAPackage("org.tradehall.*.api..");

  @ArchTest
  static final ArchRule nothing_large_lives_in_the_session =
      noClasses().should().beAnnotatedWith(SessionScoped.class);

  @ArchTest
  static final ArchRule entities_never_leave_through_the_api =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Json")
          .should()
          .haveRawType(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "an entity", type -> type.isAnnotatedWith(Entity.class)));

  @ArchTest static final ArchRule no_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
