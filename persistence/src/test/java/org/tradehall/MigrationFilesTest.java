package org.tradehall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema's files keep their form, so that their order and purpose can be read off. */
class MigrationFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/db/migration");

  private static List<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void names_have_a_number_a_feature_and_a_purpose() throws IOException {
    assertThat(files())
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(file.getFileName().toString())
                    .matches("V\\d{4}__[a-z]+_[a-z0-9_]+\\.sql"));
    assertThat(files().stream().map(file -> file.getFileName().toString().substring(0, 5)))
        .doesNotHaveDuplicates();
  }

  @Test
  void each_says_on_top_why_it_is() throws IOException {
    for (var file : files()) {
      assertThat(Files.readString(file)).as(file.toString()).startsWith("-- ");
    }
  }
}
