package org.tradehall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The security list claims nothing of tests that are not there. */
class SecurityListTest {

  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test))(?:\\.(\\w+))?`");

  @Test
  void every_test_that_the_list_names_is_there() throws IOException {
    var tests = tests();
    assertThat(NAMED.matcher(Files.readString(Path.of("../docs/security.md"))).results())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            named -> {
              assertThat(tests).containsKey(named.group(1));
              assertThat(named.group(2) == null || is(tests.get(named.group(1)), named.group(2)))
                  .as(named.group())
                  .isTrue();
            });
  }

  private static boolean is(String test, String method) {
    return test.contains("void " + method + "(");
  }

  private static Map<String, String> tests() {
    return Stream.of("persistence", "ejb", "web", "wildfly-config", "ear")
        .map(module -> Path.of("..", module, "src/test/java"))
        .flatMap(SecurityListTest::files)
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString().replace(".java", ""),
                SecurityListTest::read,
                String::concat));
  }

  private static Stream<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
