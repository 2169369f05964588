package org.tradehall.imports.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tradehall.imports.service.SaleLine.Part;

/**
 * The lines of one invoice or credit note, in the order of the file. One document is usually wholly
 * a sale, a return or a write-off; where lines of several kinds stand together, each kind becomes a
 * document of its own under the same reference, and nothing is lost.
 *
 * @param lines not empty
 */
record ImportDocument(String reference, List<SaleLine> lines) {

  List<SaleLine> lines(Part part) {
    return lines.stream().filter(line -> line.part() == part).toList();
  }

  /** When it was issued. Where the lines have several times, the first line's counts. */
  Instant time() {
    return lines.get(0).time();
  }

  /** Empty for a walk-in. */
  Optional<String> customer() {
    var code = lines.get(0).customer();
    return code.isEmpty() ? Optional.empty() : Optional.of(code);
  }

  String country() {
    return lines.get(0).country();
  }
}
