package org.tradehall.sales.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tradehall.inventory.model.StockMovement;
import org.tradehall.inventory.service.StockService;
import org.tradehall.ledger.model.Payment;
import org.tradehall.ledger.service.CustomerAccountService;
import org.tradehall.sales.model.Sale;
import org.tradehall.sales.service.SaleService;

/** One sale, with what it moved and what was paid. */
@Named
@RequestScoped
public class SaleView {
  @EJB SaleService sales;
  @EJB CustomerAccountService accounts;
  @EJB StockService stock;

  private Long id;
  private Sale sale;
  private List<Payment> payments;
  private List<StockMovement> movements;

  public void load() {
    sale = sales.get(id);
    payments = accounts.paymentsOf(id);
    movements = stock.movementsOf(id);
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Sale getSale() {
    return sale;
  }

  public List<Payment> getPayments() {
    return payments;
  }

  public List<StockMovement> getMovements() {
    return movements;
  }
}
