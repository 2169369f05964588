package org.tradehall.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as it stands on a page, for tests that fill in and send all there are.
 *
 * @param id of the form
 * @param texts the names of the fields in which one may type, with the attributes of their tags
 * @param values of all fields, by name, as a browser would send them
 * @param buttons the names of those that send it, with the button's classes
 * @param files the names of the fields that take files, with the attributes of their tags
 */
public record Form(
    String id,
    Map<String, String> texts,
    Map<String, String> values,
    Map<String, String> buttons,
    Map<String, String> files) {

  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*method=\"post\"[^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile(
          "<(input|textarea)\\b([^>]*)>|<(button|a)\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>",
          Pattern.DOTALL);
  private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'");
  private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

  /** The forms of a page that are sent by POST. */
  public static List<Form> of(String page) {
    var forms = new ArrayList<Form>();
    var nonce = NONCE.matcher(page);
    var found = FORM.matcher(page);
    while (found.find()) {
      forms.add(form(attribute(found.group(1), "id"), found.group(2)));
    }
    if (nonce.find()) {
      // Put into every form by a script.
      forms.forEach(form -> form.values.put("primefaces.nonce", nonce.group(1)));
    }
    return forms;
  }

  private static Form form(String id, String content) {
    var form =
        new Form(
            id,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    var found = FIELD.matcher(content);
    while (found.find()) {
      form.add(found);
    }
    return form;
  }

  private void add(Matcher found) {
    if (found.group(1) != null) {
      input(found.group(2));
    } else if (found.group(3) != null) {
      button(found.group(3), found.group(4));
    } else {
      values.put(attribute(found.group(5), "name"), chosen(found.group(6)));
    }
  }

  private void input(String attributes) {
    var name = attribute(attributes, "name");
    var type = attribute(attributes, "type");
    var value = attribute(attributes, "value");
    if (name.isEmpty()) {
      return;
    }
    if (type.equals("file")) {
      files.put(name, attributes);
      return;
    }
    if (type.equals("checkbox") || type.equals("radio")) {
      if (attributes.contains("checked")) {
        values.put(name, value);
      } else if (!value.matches("|on|true")) {
        // Of several the first is taken, for something must be.
        values.putIfAbsent(name, value);
      }
      return;
    }
    values.put(name, value);
    if (!type.equals("hidden")) {
      texts.put(name, attributes);
    }
  }

  /** A link that sends the form goes nowhere by itself. */
  private void button(String tag, String attributes) {
    var name = attribute(attributes, tag.equals("a") ? "id" : "name");
    var sends =
        tag.equals("a")
            ? attribute(attributes, "href").equals("#")
            : attribute(attributes, "type").equals("submit");
    if (sends && !name.isEmpty()) {
      buttons.put(name, attribute(attributes, "class"));
    }
  }

  private static String chosen(String options) {
    var first = "";
    var found = OPTION.matcher(options);
    while (found.find()) {
      var value = attribute(found.group(1), "value");
      if (found.group(1).contains("selected")) {
        return value;
      }
      first = first.isEmpty() ? value : first;
    }
    return first;
  }

  /** The value of an attribute; empty without it. */
  public static String attribute(String attributes, String name) {
    var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
    return found.find() ? text(found.group(1)) : "";
  }

  private static String text(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /**
   * What is sent when a button is pressed after something was typed into every text field.
   *
   * @param typed from the name and the attributes of a field
   */
  public Map<String, String> pressed(String button, BinaryOperator<String> typed) {
    var sent = new LinkedHashMap<>(values);
    texts.forEach((name, attributes) -> sent.put(name, typed.apply(name, attributes)));
    sent.put(button, button);
    return sent;
  }
}
