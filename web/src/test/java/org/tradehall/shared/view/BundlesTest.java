package org.tradehall.shared.view;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tradehall.imports.service.ImportField;
import org.tradehall.imports.service.ImportMapping;

/** All texts are in the bundles, in every language, with the same places, and are used. */
class BundlesTest {

  private static final Path MESSAGES = Path.of("src/main/resources/org/tradehall/messages");
  private static final Path CONSTRAINTS =
      Path.of("../ejb/src/main/resources/ValidationMessages.properties");
  private static final Path PAGES = Path.of("src/main/webapp");

  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
  private static final Pattern LITERAL = Pattern.compile("['\"]([a-z]+\\.[\\w.-]*\\w)['\"]");
  private static final Pattern BEGUN = Pattern.compile("['\"]([a-z]+\\.[\\w.-]*\\.)['\"]");
  private static final Pattern TEXT_ATTRIBUTE =
      Pattern.compile(
          "\\s(?:title|label|lead|placeholder|aria-label|alt|help|headerText|itemLabel)"
              + "=\"([^\"]*)\"");

  static Stream<Path> bundles() throws IOException {
    try (var files = Files.list(MESSAGES)) {
      var own = files.filter(file -> !file.getFileName().toString().contains("_")).toList();
      return Stream.concat(own.stream(), Stream.of(CONSTRAINTS));
    }
  }

  private static List<String> languages() {
    return Language.ALL.stream().skip(1).map(locale -> locale.toLanguageTag()).toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyLanguageHasEveryTextWithTheSamePlaces(Path bundle) {
    var english = read(bundle);
    for (var language : languages()) {
      var other = read(in(bundle, language));
      assertThat(other.stringPropertyNames())
          .as(in(bundle, language).toString())
          .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
      for (var key : english.stringPropertyNames()) {
        assertThat(places(other.getProperty(key)))
            .as(language + ": " + key)
            .isEqualTo(places(english.getProperty(key)));
        assertThat(other.getProperty(key)).as(language + ": " + key).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noTextHasAnApostropheThatTheFormatWouldSwallow(Path bundle) {
    for (var language : Stream.concat(Stream.of(""), languages().stream()).toList()) {
      var file = language.isEmpty() ? bundle : in(bundle, language);
      read(file).forEach((key, text) -> assertThat(text.toString()).doesNotContain("'"));
    }
  }

  @Test
  void everyTextIsUsed() {
    var sources = sources();
    var used = find(LITERAL, sources);
    var begun = find(BEGUN, sources);
    var settings =
        Stream.concat(
                ImportMapping.names().stream()
                    .flatMap(name -> ImportMapping.named(name).settings().keySet().stream()),
                Stream.of(ImportField.values()).map(field -> "column." + field.key()))
            .map(name -> "imports." + name)
            .toList();
    assertThat(keys())
        .allMatch(
            key ->
                used.contains(key)
                    || used.contains(key.replaceFirst("\\.error\\.", "."))
                    || settings.contains(key)
                    || begun.stream().anyMatch(key::startsWith));
  }

  @Test
  void everyTextThatAPageNamesIsThere() {
    var pages = read(PAGES, ".xhtml").collect(joining());
    var named = Pattern.compile("text(?:\\[|\\.format\\()'([a-z]+\\.[\\w.-]*\\w)'");
    assertThat(keys()).containsAll(find(named, pages));
  }

  @Test
  void everyDeedHasAName() {
    var named = Pattern.compile("new Deed\\(\\s*\"([a-z-]+\\.[a-z-]+)\"");
    assertThat(keys())
        .containsAll(
            find(named, sources()).stream().map(action -> "audit.action." + action).toList());
  }

  @Test
  void noTextStandsInAPage() throws IOException {
    try (var files = Files.walk(PAGES)) {
      for (var file : files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        var page = read(file, "").collect(joining());
        var bare =
            page.replaceAll("(?s)<!--.*?-->|<!DOCTYPE[^>]*>|#\\{[^}]*(?:\\{[^}]*}[^}]*)*}", "");
        assertThat(words(bare.replaceAll("<kbd>[^<]*</kbd>", "").replaceAll("(?s)<[^>]*>", "|")))
            .as("texts of " + file)
            .isEmpty();
        assertThat(TEXT_ATTRIBUTE.matcher(bare).results().map(found -> found.group(1)).toList())
            .as("attributes of " + file)
            .noneMatch(text -> !words(text).isEmpty());
      }
    }
  }

  private static List<String> words(String text) {
    return Pattern.compile("[^|]*\\p{L}{2,}[^|]*")
        .matcher(text)
        .results()
        .map(found -> found.group().strip())
        .toList();
  }

  private static Path in(Path bundle, String language) {
    var name = bundle.getFileName().toString().replace(".properties", "");
    return bundle.resolveSibling(name + "_" + language + ".properties");
  }

  private static Set<String> places(String text) {
    return find(PLACE, text);
  }

  private static Set<String> find(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.groupCount() == 0 ? found.group() : found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /** All keys of our own bundles, each with its feature. */
  private static Collection<String> keys() {
    try {
      return bundles()
          .filter(file -> !file.equals(CONSTRAINTS) && !file.endsWith("faces.properties"))
          .flatMap(
              file ->
                  read(file).stringPropertyNames().stream()
                      .map(key -> file.getFileName().toString().split("\\.", 2)[0] + "." + key))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sources() {
    return Stream.of(
            read(PAGES, ".xhtml"),
            read(Path.of("src/main/java"), ".java"),
            read(Path.of("../ejb/src/main/java"), ".java"),
            read(Path.of("../persistence/src/main/java"), ".java"))
        .flatMap(files -> files)
        .collect(joining());
  }

  private static Stream<String> read(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .map(BundlesTest::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(Path bundle) {
    var texts = new Properties();
    try (var in = Files.newBufferedReader(bundle)) {
      texts.load(in);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
