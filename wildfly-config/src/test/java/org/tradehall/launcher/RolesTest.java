package org.tradehall.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tradehall.launcher.Roles.Step;

class RolesTest {

  private static final Map<String, String> PASSWORDS =
      Map.of(
          "owner_password", "o'1",
          "app_password", "a2",
          "platform_password", "p3",
          "backup_password", "b4",
          "operator_password", "o5");

  @Test
  void splitsStatementsAndKnowsTheirDatabase() {
    var script =
        """
        -- a comment; with a semicolon
        select 'create role x'
         where true \\gexec

        alter role x
          password :'app_password';
        \\connect tradehall
        grant usage on schema public to x;
        """;
    assertThat(Roles.parse(script, PASSWORDS))
        .containsExactly(
            new Step("postgres", "select 'create role x'\nwhere true", true),
            new Step("postgres", "alter role x\npassword 'a2';", false),
            new Step("tradehall", "grant usage on schema public to x;", false));
  }

  @Test
  void quotesPasswords() {
    assertThat(Roles.parse("alter role x password :'owner_password';", PASSWORDS))
        .extracting(Step::sql)
        .containsExactly("alter role x password 'o''1';");
  }

  @Test
  void theShippedScriptLeavesNothingOpen() {
    var steps = Roles.parse(Roles.script(), PASSWORDS);
    assertThat(steps)
        .extracting(Step::sql)
        .noneMatch(sql -> sql.contains(":'") || sql.contains("\\"));
    assertThat(steps)
        .extracting(Step::sql)
        .anyMatch(sql -> sql.startsWith("create") || sql.contains("create database"));
    assertThat(steps).filteredOn(step -> step.sql().contains(" password ")).hasSize(5);
  }
}
