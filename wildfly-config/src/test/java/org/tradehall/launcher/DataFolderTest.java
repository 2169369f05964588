package org.tradehall.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temp;

  @Test
  void makesAndReopensItsFolder() {
    var path = temp.resolve("data");
    DataFolder.open(path).close();
    DataFolder.open(path).close();
    assertThat(path.resolve("tradehall-data")).hasContent("1");
  }

  @Test
  void leavesAForeignFolderAlone() throws IOException {
    Files.writeString(temp.resolve("letter.txt"), "Dear");
    assertThatThrownBy(() -> DataFolder.open(temp)).hasMessageContaining("not Tradehall's");
    try (var files = Files.list(temp)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void isUsedByOneRunAtATime() {
    try (var first = DataFolder.open(temp.resolve("data"))) {
      assertThat(first.resolve("lock")).exists();
      assertThatThrownBy(() -> DataFolder.open(temp.resolve("data")))
          .hasMessageContaining("Another Tradehall");
    }
  }

  @Test
  void refusesANewerFormat() throws IOException {
    Files.writeString(temp.resolve("tradehall-data"), "2\n");
    assertThatThrownBy(() -> DataFolder.open(temp)).hasMessageContaining("newer Tradehall");
  }

  @Test
  void refusesAFile() throws IOException {
    var file = Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file)).hasMessageContaining("not a folder");
  }
}
