package org.tradehall.settings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tradehall.shared.model.InvalidException;

class SettingTest {

  @Test
  void keys_are_given_once_and_every_default_may_be_set() {
    assertThat(Settings.all()).extracting(Setting::getKey).doesNotHaveDuplicates();
    for (var setting : Settings.all()) {
      assertThat(setting.parse(setting.getFallback().toString()))
          .as(setting.getKey())
          .isEqualTo(setting.getFallback());
    }
  }

  @Test
  void the_catalogue_lists_every_constant() throws IllegalAccessException {
    for (var field : Settings.class.getDeclaredFields()) {
      if (field.getType() == Setting.class) {
        assertThat(Settings.all()).as(field.getName()).contains((Setting<?>) field.get(null));
      }
    }
  }

  @Test
  void what_may_not_be_set_is_refused() {
    assertThat(Settings.IMPORT_MEGABYTES.parse(" 50 ")).isEqualTo(50);
    for (var wrong : List.of("51", "0", "", "many", "1.5", "99999999999")) {
      assertThatThrownBy(() -> Settings.IMPORT_MEGABYTES.parse(wrong))
          .as(wrong)
          .isInstanceOf(InvalidException.class);
    }
    assertThatThrownBy(() -> Settings.START_PAGE.parse("/evil"))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> Settings.SIGN_UP_OPEN.parse("yes"))
        .isInstanceOf(InvalidException.class);
  }
}
