package org.tradehall.imports.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SourceFileTest {

  private static final byte[] TEXT = "sku,name\n007,Bond\n".getBytes(UTF_8);

  @Test
  void plainAndGzippedFilesAreTheSame() throws IOException {
    assertThat(unpacked(TEXT)).isEqualTo(TEXT);
    assertThat(unpacked(zipped(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void anEmptyFileIsEmpty() throws IOException {
    assertThat(unpacked(new byte[0])).isEmpty();
  }

  @Test
  void moreThanFiftyMegabytesAreRefusedWhileTheyCome() {
    var endless = new Endless();
    assertThatThrownBy(() -> SourceFile.receive(endless)).hasMessageContaining("file-large");
    assertThat(endless.given).isLessThan(SourceFile.LARGEST_UPLOAD + (1 << 20));
  }

  @Test
  void aZipBombIsRefusedWhileItIsUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      var megabyte = new byte[1 << 20];
      for (var i = 0; i < 101; i++) {
        zip.write(megabyte);
      }
    }
    var file = SourceFile.receive(new ByteArrayInputStream(packed.toByteArray()));
    assertThatThrownBy(() -> file.open().transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(FileProblem.class)
        .hasMessageContaining("file-bomb");
  }

  @Test
  void damagedArchivesAreRefused() throws IOException {
    var noise = new byte[2_000];
    new Random(1).nextBytes(noise);
    var zipped = zipped(noise);
    var cut = Arrays.copyOf(zipped, 1_000);
    var spoilt = zipped.clone();
    Arrays.fill(spoilt, 500, 900, (byte) 7);
    var onlyTheMark = Arrays.copyOf(zipped, 2);
    for (var damaged : new byte[][] {cut, spoilt, onlyTheMark}) {
      assertThatThrownBy(() -> unpacked(damaged))
          .isInstanceOf(FileProblem.class)
          .hasMessageContaining("file-damaged");
    }
  }

  private static byte[] unpacked(byte[] sent) throws IOException {
    try (var in = SourceFile.receive(new ByteArrayInputStream(sent)).open()) {
      return in.readAllBytes();
    }
  }

  private static byte[] zipped(byte[] text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(text);
    }
    return packed.toByteArray();
  }

  private static final class Endless extends InputStream {
    private long given;

    @Override
    public int read() {
      given++;
      return 'x';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      Arrays.fill(buffer, offset, offset + length, (byte) 'x');
      given += length;
      return length;
    }
  }
}
