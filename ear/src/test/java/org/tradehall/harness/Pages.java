package org.tradehall.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The Faces pages of the built application, for tests that walk through all of them. */
public final class Pages {

  private static final Pattern PARAMETER = Pattern.compile("<f:viewParam name=\"(\\w+)\"");
  private static final Pattern OF_ONE =
      Pattern.compile("<f:viewParam name=\"id\"[^>]*required=\"true\"");

  private static List<Page> all;

  private Pages() {}

  /**
   * @param name without suffix, such as {@code app/customers/index}
   * @param parameters of its address
   * @param ofOne whether it shows one thing, whose id it must be given
   */
  public record Page(String name, List<String> parameters, boolean ofOne) {

    private static Page of(String name, String source) {
      var parameters = PARAMETER.matcher(source).results().map(found -> found.group(1)).toList();
      return new Page(name, parameters, OF_ONE.matcher(source).find());
    }

    /** Its address, for the ids that are needed; without a slash at the start. */
    public String address(Map<String, Long> ids) {
      var path = Pattern.compile("(^|/)index$").matcher(name).replaceAll("$1");
      if (!ofOne) {
        return path;
      }
      if (!ids.containsKey(name)) {
        throw new AssertionError("Nobody has said which id " + name + " is to be visited with");
      }
      return path + "?id=" + ids.get(name);
    }

    public boolean isIn(String folder) {
      return name.startsWith(folder + "/");
    }
  }

  /** All pages, in the order of their names; those of errors are not asked for by an address. */
  public static synchronized List<Page> all() {
    if (all == null) {
      all = read();
    }
    return all;
  }

  private static List<Page> read() {
    var pages = new ArrayList<Page>();
    var application = Path.of(System.getProperty("tradehall.it.application"));
    try (var ear = new ZipFile(application.toFile());
        var war = new ZipInputStream(ear.getInputStream(ear.getEntry("web.war")))) {
      for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
        var name = entry.getName();
        if (name.endsWith(".xhtml") && !name.matches("(WEB-INF|resources|errors)/.*")) {
          pages.add(Page.of(name.replace(".xhtml", ""), new String(war.readAllBytes(), UTF_8)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pages.sort(java.util.Comparator.comparing(Page::name));
    return List.copyOf(pages);
  }
}
