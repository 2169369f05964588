package org.tradehall.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.tradehall.harness.Tradehall;

/** What monitors are told. */
final class Health {

  private Health() {}

  static boolean says(String backups) {
    var request = HttpRequest.newBuilder(Tradehall.url("api/v1/health")).build();
    try {
      return HttpClient.newHttpClient()
          .send(request, BodyHandlers.ofString())
          .body()
          .contains("\"backups\":\"" + backups + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
