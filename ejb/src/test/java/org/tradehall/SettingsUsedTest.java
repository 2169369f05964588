package org.tradehall;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tradehall.settings.model.Setting;
import org.tradehall.settings.model.Settings;

/** Nothing can be set that nothing reads. */
class SettingsUsedTest {

  @Test
  void every_setting_is_read_somewhere() {
    var sources =
        Stream.of("src/main/java", "../web/src/main/java")
            .map(Path::of)
            .map(SettingsUsedTest::sources)
            .collect(joining());
    assertThat(
            Arrays.stream(Settings.class.getDeclaredFields())
                .filter(field -> field.getType() == Setting.class)
                .map(field -> "Settings." + field.getName()))
        .isNotEmpty()
        .allMatch(
            name -> Pattern.compile("get(ForAll)?\\(\\s*" + name + "\\b").matcher(sources).find());
  }

  private static String sources(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(SettingsUsedTest::read)
          .collect(joining());
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
