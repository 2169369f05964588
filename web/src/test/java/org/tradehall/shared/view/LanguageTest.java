package org.tradehall.shared.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de-CH,de;q=0.9,en;q=0.8      | de
          fr,es;q=0.5,en;q=0.2         | es
          ar-EG                        | ar
          fr,it                        | en
          en-IE                        | en
          ''                           | en
                                       | en
          de;q=zero                    | en
          *                            | en
          """)
  void theBrowsersFirstLanguageThatWeSpeak(String acceptLanguage, String spoken) {
    assertThat(Language.best(acceptLanguage).toLanguageTag()).isEqualTo(spoken);
  }
}
