package org.tradehall.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.tradehall.backup.service.BusinessDiff;
import org.tradehall.backup.service.BusinessRestore;
import org.tradehall.backup.service.BusinessSource;
import org.tradehall.backup.service.RestoreDeed;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** Restores as the job does, on a connection of its own. */
final class Restoring {

  @FunctionalInterface
  private interface Work {
    BusinessDiff on(Connection live) throws SQLException, IOException;
  }

  private Restoring() {}

  static BusinessDiff preview(Shop shop, BusinessSource source) {
    return connected(live -> new BusinessRestore(live, source, shop.businessId()).preview());
  }

  static BusinessDiff apply(Shop shop, BusinessSource source, OutputStream undo) {
    var deed = RestoreDeed.restore(shop.userId(), "last night", 1);
    return connected(
        live -> new BusinessRestore(live, source, shop.businessId()).apply(deed, () -> undo));
  }

  static BusinessDiff undo(Shop shop, BusinessSource source) {
    var deed = RestoreDeed.undo(shop.userId(), "before", 2);
    return connected(
        live ->
            new BusinessRestore(live, source, shop.businessId())
                .apply(deed, OutputStream::nullOutputStream));
  }

  private static BusinessDiff connected(Work work) {
    try (var live = Sql.superuser().connect()) {
      live.setAutoCommit(false);
      return work.on(live);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
