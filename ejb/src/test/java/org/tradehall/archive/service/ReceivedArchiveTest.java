package org.tradehall.archive.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.TooLargeException;

/** What is no archive is refused before it fills the disk. */
class ReceivedArchiveTest {

  /** Has no end. */
  private static final class Endless extends InputStream {
    private long sent;

    @Override
    public int read() {
      sent++;
      return 'P';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      sent += length;
      return length;
    }
  }

  @Test
  void a_body_without_end_is_cut_off() {
    var body = new Endless();
    assertThatThrownBy(() -> ReceivedArchive.receive(body).close())
        .isInstanceOf(TooLargeException.class)
        .hasMessage("archive.too-large");
    assertThat(body.sent).isLessThan(ReceivedArchive.LARGEST_UPLOAD + (1 << 20));
  }

  @Test
  void no_file_is_left_behind() throws IOException {
    var before = files();
    var zipped = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(zipped)) {
      zip.putNextEntry(new ZipEntry("a"));
    }
    ReceivedArchive.receive(new ByteArrayInputStream(zipped.toByteArray())).close();
    assertThatThrownBy(() -> ReceivedArchive.receive(new ByteArrayInputStream(new byte[9])).close())
        .hasMessage("archive.no-archive");
    assertThat(files()).isEqualTo(before);
  }

  private static List<Path> files() throws IOException {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(file -> file.getFileName().toString().startsWith("tradehall-archive-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void what_is_no_zip_is_refused() {
    var body = new ByteArrayInputStream(new byte[1_000]);
    assertThatThrownBy(() -> ReceivedArchive.receive(body).close())
        .isInstanceOf(RefusedException.class)
        .hasMessage("archive.no-archive");
  }

  @Test
  void rows_tell_null_from_empty_text() throws IOException {
    try (var rows = rows("a,b,c\r\n1,,\"\"\r\n\"x\r\n\"\"y\",2,\r\n")) {
      assertThat(rows.headings()).isEqualTo(List.of("a", "b", "c"));
      assertThat(rows.next().orElseThrow()).containsExactly("1", null, "");
      assertThat(rows.next().orElseThrow()).containsExactly("x\r\n\"y", "2", null);
      assertThat(rows.next()).isEmpty();
      assertThat(rows.row()).isEqualTo(2);
    }
  }

  @Test
  void rows_that_cannot_be_read_are_named() throws IOException {
    for (var bad : List.of("1\r\n", "1,\"2\r\n", "1,\"2\"3\r\n", "\r\n", "1,2,3\r\n")) {
      try (var rows = rows("a,b\r\n1,2\r\n" + bad)) {
        assertThat(rows.next()).isPresent();
        assertThatThrownBy(rows::next).as(bad).hasMessage("archive.row-broken");
        assertThat(rows.row()).isEqualTo(2);
      }
    }
  }

  @Test
  void what_is_not_utf8_is_refused() throws IOException {
    var latin = "a\r\n\u00e4\r\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> new ArchiveRows("t.csv", new ByteArrayInputStream(latin)).close())
        .hasMessage("archive.row-broken");
  }

  @Test
  void a_record_without_end_is_cut_off() throws IOException {
    var body =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream("a\r\n\"".getBytes(StandardCharsets.UTF_8)), new Endless());
    try (var rows = new ArchiveRows("t.csv", body)) {
      assertThatThrownBy(rows::next).hasMessage("archive.row-broken");
    }
  }

  @Test
  void a_range_of_nothing_is_one_wide() {
    var range = new IdRange();
    assertThat(range.before()).isZero();
    assertThat(range.width()).isOne();
  }

  @Test
  void a_range_is_as_wide_as_its_ids_are_apart() {
    var range = new IdRange();
    List.of(9_004L, 9_001L, 9_006L).forEach(range::include);
    assertThat(range.before()).isEqualTo(9_000);
    assertThat(range.width()).isEqualTo(6);
  }

  private static ArchiveRows rows(String text) throws IOException {
    return new ArchiveRows(
        "t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
