package org.tradehall.imports.service;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.tradehall.shared.service.Bounded;

/**
 * An uploaded file, kept gzipped. It may come plain or gzipped. Both its size as sent and its
 * unpacked size are bounded while it is read, so that neither a huge body nor a zip bomb ever
 * stands in memory.
 */
final class SourceFile {

  /** The most bytes that may be sent. */
  static final long LARGEST_UPLOAD = 50L << 20;

  /** The most bytes that a gzipped file may unpack to. */
  static final long LARGEST_UNPACKED = 100L << 20;

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final byte[] packed;

  /**
   * @param packed the gzipped bytes
   */
  SourceFile(byte[] packed) {
    this.packed = packed;
  }

  /**
   * Takes a file in.
   *
   * @param upload the bytes as sent; not closed
   * @throws FileProblem if it is larger than {@link #LARGEST_UPLOAD}
   */
  static SourceFile receive(InputStream upload) throws IOException {
    return receive(upload, LARGEST_UPLOAD);
  }

  /**
   * @param most the most bytes that may be sent
   */
  static SourceFile receive(InputStream upload, long most) throws IOException {
    var in = new BufferedInputStream(bounded(upload, most, FileProblem.TOO_LARGE));
    in.mark(2);
    var zipped = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
    in.reset();
    if (zipped) {
      return new SourceFile(in.readAllBytes());
    }
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      in.transferTo(zip);
    }
    return new SourceFile(packed.toByteArray());
  }

  /** The gzipped bytes. */
  byte[] packed() {
    return packed;
  }

  /**
   * Opens the unpacked bytes; whoever reads on past {@link #LARGEST_UNPACKED} or past damaged bytes
   * gets a {@link FileProblem}.
   */
  InputStream open() throws IOException {
    try {
      var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16);
      return bounded(unpacked, LARGEST_UNPACKED, FileProblem.BOMB);
    } catch (ZipException | java.io.EOFException e) {
      throw new FileProblem("imports.file-damaged");
    }
  }

  /** Bytes that end too early, or are none, are the file's fault. */
  private static final class Whole extends FilterInputStream {

    Whole(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (ZipException | java.io.EOFException e) {
        throw new FileProblem("imports.file-damaged");
      }
    }
  }

  private static Bounded bounded(InputStream in, long most, String tooLarge) {
    return new Bounded(new Whole(in), most, () -> new FileProblem(tooLarge, most >> 20));
  }
}
