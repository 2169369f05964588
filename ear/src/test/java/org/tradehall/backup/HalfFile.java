package org.tradehall.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** Stands in the middle of writing the file: it is a pipe, of which the test reads one byte. */
final class HalfFile implements Hold {

  private static final String NAME =
      """
      select 'tradehall-' || to_char(taken_at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') || '-' || id || '.tar.age'
      from backups order by id desc limit 1""";

  private final RowHold naming =
      RowHold.beforeUpdate("backups", "old.file is null and new.file is not null");

  private InputStream pipe;

  @Override
  public void awaitReached() {
    naming.awaitReached();
    var part = Tradehall.backups().resolve(Sql.operations().column(NAME).get(0) + ".part");
    try {
      var made = new ProcessBuilder("mkfifo", part.toString()).start().waitFor();
      if (made != 0) {
        throw new AssertionError("No pipe could be made at " + part);
      }
      naming.release();
      pipe = Files.newInputStream(part);
      if (pipe.read() < 0) {
        throw new AssertionError("Nothing was written to " + part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    naming.release();
    try {
      if (pipe != null) {
        pipe.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
