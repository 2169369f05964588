package org.tradehall.imports.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.tradehall.imports.model.FileTotals;

/**
 * Sums up what the database holds of an imported file, item by item, to be held against what the
 * file says. A credit note is told from an invoice by its documents: it has no sale.
 */
@ApplicationScoped
public class ImportTotals {

  private static final String OF_FILE =
      " in (select r.reference from ImportRow r where r.importId = :id)";

  @Inject EntityManager em;

  FileTotals booked(Long importId) {
    hashInsteadOfLooping();
    var sales = count("Sale", importId) + count("StockAdjustment", importId);
    var returns = count("SaleReturn", importId);
    return new FileTotals(
        (int) sales,
        (int) returns,
        sum("SaleItem i join i.sale d", importId),
        sum("SaleReturnItem i join i.saleReturn d", importId).negate());
  }

  /**
   * Where a business is new, the database's statistics do not know it: the planner takes its rows
   * for a handful, and would compare each document with each row of the file. Until the end of the
   * transaction it hashes them.
   */
  private void hashInsteadOfLooping() {
    try (var statement = em.unwrap(Connection.class).createStatement()) {
      statement.execute("set local enable_nestloop = off");
    } catch (SQLException e) {
      throw new IllegalStateException("The documents of the file could not be summed up", e);
    }
  }

  private long count(String entity, Long importId) {
    return em.createQuery(
            "select count(d) from " + entity + " d where d.externalRef" + OF_FILE, Long.class)
        .setParameter("id", importId)
        .getSingleResult();
  }

  private BigDecimal sum(String items, Long importId) {
    var sum =
        em.createQuery(
                "select sum(i.quantity * i.unitPrice) from "
                    + items
                    + " where d.externalRef"
                    + OF_FILE,
                BigDecimal.class)
            .setParameter("id", importId)
            .getSingleResult();
    return sum == null ? BigDecimal.ZERO : sum;
  }
}
