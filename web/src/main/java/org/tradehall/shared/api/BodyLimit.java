package org.tradehall.shared.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tradehall.shared.model.TooLargeException;

/** Takes JSON bodies up to 2 MiB: enough for the longest sale, too little to fill the memory. */
@Provider
public class BodyLimit implements ContainerRequestFilter {

  static final int MAX_BYTES = 2 * 1024 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    var type = request.getMediaType();
    if (type == null || !type.getSubtype().endsWith("json")) {
      return;
    }
    if (request.getLength() > MAX_BYTES) {
      throw new TooLargeException("shared.too-large", MAX_BYTES);
    }
    request.setEntityStream(new Limited(request.getEntityStream()));
  }

  private static final class Limited extends FilterInputStream {

    private int left = MAX_BYTES;

    Limited(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new WebApplicationException(new TooLargeException("shared.too-large", MAX_BYTES));
      }
    }
  }
}
