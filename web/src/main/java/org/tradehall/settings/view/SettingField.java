package org.tradehall.settings.view;

import jakarta.faces.model.SelectItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.settings.model.Setting;
import org.tradehall.settings.service.SettingService.Choice;
import org.tradehall.shared.view.Texts;

/** A field of a page that is made from the catalogue of settings. */
public class SettingField {

  private final Choice choice;
  private final Texts texts;
  private String value;

  SettingField(Choice choice, Texts texts) {
    this.choice = choice;
    this.texts = texts;
    this.value = choice.own();
  }

  /** One field for each choice. */
  public static List<SettingField> of(List<Choice> choices, Texts texts) {
    return choices.stream().map(choice -> new SettingField(choice, texts)).toList();
  }

  /** What the fields say now. */
  public static Map<Setting<?>, String> values(List<SettingField> fields) {
    var values = new LinkedHashMap<Setting<?>, String>();
    fields.forEach(field -> values.put(field.choice.setting(), field.value));
    return values;
  }

  public String getKey() {
    return choice.setting().getKey();
  }

  public String getLabel() {
    return texts.get("settings.name." + getKey());
  }

  /** What it means, and what counts if the field is left empty. */
  public String getHelp() {
    var help = texts.get("settings.help." + getKey());
    return isChoice() ? help : help + " " + texts.format("settings.inherits", getInherited());
  }

  public boolean isChoice() {
    return !choice.setting().getChoices().isEmpty();
  }

  public String getInherited() {
    return word(choice.inherited());
  }

  /** What can be chosen; first, to choose nothing. */
  public List<SelectItem> getOptions() {
    var options = new ArrayList<SelectItem>();
    options.add(new SelectItem("", texts.format("settings.asWider", getInherited())));
    choice.setting().getChoices().forEach(text -> options.add(new SelectItem(text, word(text))));
    return options;
  }

  private String word(String text) {
    if (!isChoice()) {
      return text;
    }
    return switch (text) {
      case "true" -> texts.get("settings.yes");
      case "false" -> texts.get("settings.no");
      default -> texts.get("settings.option." + text);
    };
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }
}
