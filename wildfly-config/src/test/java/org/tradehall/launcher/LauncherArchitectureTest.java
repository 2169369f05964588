package org.tradehall.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.flywaydb.core.Flyway;

/**
 * The launcher is a program of its own: it knows the migrations as files and nothing of the
 * application's classes.
 */
@AnalyzeClasses(
    packages = "org.tradehall.launcher",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LauncherArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_THE_APPLICATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tradehall.shared..",
              "org.tradehall.tenancy..",
              "org.tradehall.identity..",
              "org.tradehall.mail..",
              "jakarta.persistence..",
              "jakarta.ejb..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.servlet..",
              "jakarta.faces..",
              "jakarta.ws..");

  @ArchTest
  static final ArchRule FLYWAY_IN_ONE_PLACE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Migration.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Flyway.class);
}
