package org.tradehall.archive.service;

import java.util.regex.Pattern;

/** Uploaded files: what a row of {@code import_files} holds, as a file of the archive. */
final class Attachments {

  static final String TABLE = "import_files";
  static final String COLUMN = "content";

  /** Under which the pieces stand among the rows that are exported. */
  static final String PIECES = "attachments";

  private static final Pattern NAME =
      Pattern.compile("attachments/import_files/[1-9]\\d{0,17}\\.gz");

  /** Few enough that many of them at once do not fill the memory. */
  private static final int PIECE = 8_192;

  private Attachments() {}

  static String file(String id) {
    return "attachments/import_files/" + id + ".gz";
  }

  static boolean isName(String file) {
    return NAME.matcher(file).matches();
  }

  /** Selects the files of the transaction's business in pieces: id and bytes, as texts. */
  static String select() {
    return """
    select '%1$s', array[id::text, encode(substring(content from piece * %2$d + 1 for %2$d), 'hex')]
    from import_files, generate_series(0, (octet_length(content) - 1) / %2$d) piece
    where business_id = app_business() order by id, piece"""
        .formatted(PIECES, PIECE);
  }
}
