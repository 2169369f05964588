package org.tradehall.shared.service;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * Reads no more than was agreed, so that neither a huge body nor a zip bomb ever fills memory or
 * disk.
 */
public final class Bounded extends FilterInputStream {

  private final long most;
  private final Supplier<? extends IOException> tooMuch;
  private long count;

  /**
   * @param most bytes
   * @param tooMuch what is thrown when there are more
   */
  public Bounded(InputStream in, long most, Supplier<? extends IOException> tooMuch) {
    super(in);
    this.most = most;
    this.tooMuch = tooMuch;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    count += Math.max(got, 0);
    if (count > most) {
      throw tooMuch.get();
    }
    return got;
  }

  /** Bytes read so far. */
  public long count() {
    return count;
  }
}
