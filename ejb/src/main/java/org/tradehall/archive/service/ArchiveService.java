package org.tradehall.archive.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tradehall.archive.model.ArchiveImport;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.TooLargeException;
import org.tradehall.shared.model.Violation;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.service.RequiresAdmin;

/**
 * Bringing a business in from an archive: the upload, which looks through all of it, and then the
 * work in the background, in one transaction.
 */
@Stateless
@RequiresAdmin(AdminPermission.BUSINESS_CREATE)
public class ArchiveService {

  private static final int LATEST = 20;

  @Inject ArchiveImports imports;

  /**
   * Takes an archive in and begins to bring the business in, in the background. No transaction is
   * open meanwhile: the body may come slowly.
   *
   * @param fileName as the user knows it; only shown
   * @param body not closed
   * @return the id of the import
   * @throws TooLargeException beyond 250 MB as sent or 4 GB unpacked
   * @throws InvalidException if it is no archive that can be brought in here
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public long upload(String fileName, @NotNull @Valid ArchiveOrder order, InputStream body) {
    ReceivedArchive archive = null;
    boolean begun = false;
    try {
      archive = ReceivedArchive.receive(body);
      var here = imports.here();
      archive.check(here.tables(), here.schemaVersion());
      var business = business(archive.own(), order.name());
      var id = imports.begin(shown(fileName), order.ownerEmail(), business, archive, here.tables());
      begun = true;
      return id;
    } catch (RefusedException refusal) {
      throw atFile(refusal.code(), refusal.arguments());
    } catch (TooLargeException refusal) {
      throw atFile(refusal.code(), refusal.arguments());
    } catch (IOException e) {
      throw atFile("archive.broken-off");
    } finally {
      if (archive != null && !begun) {
        archive.close();
      }
    }
  }

  private static InvalidException atFile(String code, Object... arguments) {
    var named = new Serializable[arguments.length];
    for (int i = 0; i < named.length; i++) {
      named[i] = arguments[i] instanceof Serializable told ? told : String.valueOf(arguments[i]);
    }
    return new InvalidException(Violation.at("file", code, named));
  }

  /** With its own row of before; whether it may be worked in is decided here. */
  private static Business business(Map<String, String> row, String newName) {
    try {
      var name = newName == null || newName.isBlank() ? row.get("name") : newName;
      return new Business(
          name,
          Currency.getInstance(row.get("currency")),
          Locale.forLanguageTag(row.get("locale")),
          ZoneId.of(row.get("time_zone")),
          Boolean.parseBoolean(row.get("prices_include_tax")),
          Boolean.parseBoolean(row.get("allow_negative_stock")),
          Instant.parse(row.get("created_at")));
    } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
      var refusal = new RefusedException("archive.business-broken");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static String shown(String fileName) {
    var name = fileName == null ? "" : fileName.replaceAll("\\p{Cntrl}", " ").strip();
    var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return bare.isEmpty() ? "archive.zip" : bare.substring(0, Math.min(bare.length(), 200));
  }

  /** The latest imports, newest first. */
  public List<ArchiveImport> list() {
    return imports.latest(LATEST);
  }

  /**
   * @throws NotFoundException if there is no such import
   */
  public ArchiveImport find(Long id) {
    return imports.find(id).orElseThrow(() -> new NotFoundException("archive.no-such-import"));
  }
}
