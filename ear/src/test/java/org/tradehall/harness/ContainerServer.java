package org.tradehall.harness;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the server for tests that run inside the container ({@code @ArquillianTest}), before
 * Arquillian looks for it. Such a test makes its deployment by {@link #application}; it runs in a
 * request that has no business yet. Registered for all tests on this side; inside the container it
 * does not exist.
 */
public final class ContainerServer implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    if (context.getRequiredTestClass().isAnnotationPresent(ArquillianTest.class)) {
      System.setProperty(
          "tradehall.it.management-port", String.valueOf(Tradehall.container().managementPort()));
    }
  }

  /** The built application, with the test's classes in its web module. */
  public static EnterpriseArchive application(Class<?>... testClasses) {
    var file = new File(System.getProperty("tradehall.it.application"));
    var application = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file);
    var web = application.getAsType(WebArchive.class, "/web.war");
    web.addClasses(testClasses).addAsLibraries(jarOf(Assertions.class));
    application.delete("/web.war");
    application.addAsModule(Testable.archiveToTest(web));
    return application;
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
