package org.tradehall.imports.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text and refuses what is not in the given charset, naming the line: a replaced character
 * would be a wrong name in the books for ever. A byte order mark at the start is dropped.
 *
 * <p>Also refuses a record without end, such as an unclosed quote makes, before it fills the
 * memory: whoever reads calls {@link #recordEnds()} after each record.
 */
final class StrictReader extends Reader {

  private static final int LONGEST_RECORD = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
  private long lines = 1;
  private long charactersOfRecord;
  private boolean atStart = true;
  private boolean noMoreBytes;
  private boolean ended;

  StrictReader(InputStream in, Charset charset) {
    this.in = in;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Tells that a record has been read whole. */
  void recordEnds() {
    charactersOfRecord = 0;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    var out = CharBuffer.wrap(buffer, offset, length).slice();
    while (out.position() == 0) {
      if (ended) {
        return -1;
      }
      decode(out);
      dropByteOrderMark(out);
    }
    charactersOfRecord += out.position();
    if (charactersOfRecord > LONGEST_RECORD) {
      throw new FileProblem("imports.record-endless", lines);
    }
    return out.position();
  }

  private void decode(CharBuffer out) throws IOException {
    var from = out.position();
    var result = decoder.decode(bytes, out, noMoreBytes);
    if (result.isUnderflow() && noMoreBytes) {
      result = decoder.flush(out);
      ended = result.isUnderflow();
    } else if (result.isUnderflow()) {
      fill();
    }
    for (var i = from; i < out.position(); i++) {
      if (out.get(i) == '\n') {
        lines++;
      }
    }
    if (result.isError()) {
      throw new FileProblem("imports.charset-wrong", lines, decoder.charset().name());
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    var chunk = new byte[bytes.remaining()];
    var count = in.read(chunk);
    noMoreBytes = count < 0;
    bytes.put(chunk, 0, Math.max(count, 0)).flip();
  }

  private void dropByteOrderMark(CharBuffer out) {
    if (!atStart || out.position() == 0) {
      return;
    }
    atStart = false;
    if (out.get(0) == BYTE_ORDER_MARK) {
      out.flip().position(1);
      out.compact();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
