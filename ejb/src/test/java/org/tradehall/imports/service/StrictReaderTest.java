package org.tradehall.imports.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StrictReaderTest {

  @Property(tries = 200)
  void textComesOutAsItWentIn(
      @ForAll @StringLength(max = 3_000) String text,
      @ForAll @IntRange(min = 1, max = 50) int atOnce)
      throws IOException {
    var bytes = text.getBytes(UTF_8);
    var whole = new String(bytes, UTF_8);
    var expected = whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
    assertThat(read(new Trickle(bytes, atOnce), atOnce)).isEqualTo(expected);
  }

  @Test
  void latin1InAFileOfUtf8IsRefusedWithItsLine() {
    var bytes = ("a\n".repeat(20_000) + "Käse\nb\n").getBytes(ISO_8859_1);
    assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes), 1_000))
        .isInstanceOfSatisfying(
            FileProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("imports.charset-wrong");
              assertThat(problem.arguments()).isEqualTo(List.of(20_001L, "UTF-8"));
            });
  }

  @Test
  void aCharacterCutOffAtTheEndIsRefused() {
    assertThatThrownBy(() -> read(new ByteArrayInputStream(new byte[] {'a', (byte) 0xc3}), 10))
        .isInstanceOf(FileProblem.class)
        .hasMessageContaining("charset-wrong");
  }

  @Test
  void aByteOrderMarkIsDropped() throws IOException {
    var bytes = "\uFEFFsku,name\uFEFF".getBytes(UTF_8);
    assertThat(read(new ByteArrayInputStream(bytes), 1)).isEqualTo("sku,name\uFEFF");
  }

  @Test
  void aRecordWithoutEndIsRefused() {
    var endless = new Trickle("x".repeat(2_000_000).getBytes(UTF_8), 8_192);
    assertThatThrownBy(() -> read(endless, 8_192))
        .isInstanceOf(FileProblem.class)
        .hasMessageContaining("record-endless");
  }

  private static String read(InputStream in, int atOnce) throws IOException {
    var text = new StringWriter();
    var buffer = new char[atOnce];
    try (var reader = new StrictReader(in, UTF_8)) {
      for (var n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        text.write(buffer, 0, n);
      }
    }
    return text.toString();
  }

  /** Gives only a few bytes at a time, so that characters are cut in the middle. */
  private static final class Trickle extends ByteArrayInputStream {
    private final int atOnce;

    Trickle(byte[] bytes, int atOnce) {
      super(bytes);
      this.atOnce = atOnce;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
      return super.read(buffer, offset, Math.min(length, atOnce));
    }

    @Override
    public int read(byte[] buffer) {
      return read(buffer, 0, buffer.length);
    }
  }
}
