package org.tradehall.imports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tradehall.shared.model.RefusedException;

class ImportTest {

  private static final String NODE = "node-1/a";
  private static final String RESTARTED = "node-1/b";
  private static final String OTHER = "node-10/c";
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private final Import made = new Import(ImportKind.SALES, "", "may.csv", 10, NOW, 1L);

  @Test
  void itIsCheckedThenExecutedToItsLastStep() {
    made.beginCheck(NODE, NOW);
    made.checked(10, NOW);
    made.endCheck(4, FileTotals.NONE, NOW);
    assertThat(made.getState()).isEqualTo(ImportState.CHECKED);

    made.execute(NODE, NOW);
    made.advance(3, 7, NOW);
    assertThat(made.getState()).isEqualTo(ImportState.RUNNING);
    made.advance(1, 3, NOW);
    assertThat(made.getState()).isEqualTo(ImportState.COMPLETED);
    assertThat(made.getRowsDone()).isEqualTo(10);
    assertThatThrownBy(() -> made.execute(NODE, NOW)).isInstanceOf(RefusedException.class);
  }

  @Test
  void whatWasStoppedGoesOnAtTheMark() {
    running();
    made.advance(1, 3, NOW);
    made.stop(NOW);
    assertThat(made.isWorkOf(NODE)).isFalse();
    made.execute(OTHER, NOW);
    assertThat(made.getStepsDone()).isEqualTo(1);
    assertThat(made.isWorkOf(OTHER)).isTrue();
  }

  @Test
  void anEarlierStartOfTheSameNodeIsDeadAtOnce() {
    running();
    assertThat(made.state(RESTARTED, NOW)).isEqualTo(ImportState.INTERRUPTED);
    assertThat(made.state(NODE, NOW.plusSeconds(3_600))).isEqualTo(ImportState.RUNNING);
  }

  @Test
  void anotherNodeIsDeadAfterLongSilence() {
    running();
    assertThat(made.state(OTHER, NOW.plus(Import.SILENCE))).isEqualTo(ImportState.RUNNING);
    var later = NOW.plus(Import.SILENCE).plusSeconds(1);
    assertThat(made.state(OTHER, later)).isEqualTo(ImportState.INTERRUPTED);
    made.execute(OTHER, later);
    assertThat(made.isWorkOf(NODE)).isFalse();
  }

  @Test
  void whatIsUnderWayCannotBeStartedTwice() {
    running();
    assertThatThrownBy(() -> made.execute(NODE, NOW)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> made.execute(OTHER, NOW)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aDryRunThatDiedBeginsAnew() {
    made.beginCheck(NODE, NOW);
    made.checked(5, NOW);
    assertThat(made.isInterruptedCheck(RESTARTED, NOW)).isTrue();
    made.beginCheck(RESTARTED, NOW);
    assertThat(made.getRowsDone()).isZero();
  }

  @Test
  void aReasonIsKeptWithItsArguments() {
    running();
    made.interrupt(Reason.of("imports.x", "a", 2), NOW);
    assertThat(made.getProblem()).isEqualTo(Reason.of("imports.x", "a", "2"));
  }

  private void running() {
    made.beginCheck(NODE, NOW);
    made.endCheck(4, FileTotals.NONE, NOW);
    made.execute(NODE, NOW);
  }
}
