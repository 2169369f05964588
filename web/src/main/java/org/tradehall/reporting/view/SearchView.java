package org.tradehall.reporting.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.service.ProductQuery;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.expenses.model.ExpenseRow;
import org.tradehall.expenses.service.ExpenseQuery;
import org.tradehall.expenses.service.ExpenseService;
import org.tradehall.parties.model.Customer;
import org.tradehall.parties.service.CustomerQuery;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.sales.model.SaleRow;
import org.tradehall.sales.service.SaleQuery;
import org.tradehall.sales.service.SaleService;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;

/** The search of the header: the first few products, customers, sales and expenses that fit. */
@Named
@RequestScoped
public class SearchView {
  private static final int FEW = 5;

  @EJB ProductService productService;
  @EJB CustomerService customerService;
  @EJB SaleService saleService;
  @EJB ExpenseService expenseService;
  @Inject BusinessContext context;

  private String text;
  private List<Product> products = List.of();
  private List<Customer> customers = List.of();
  private List<SaleRow> sales = List.of();
  private List<ExpenseRow> expenses = List.of();

  public void search() {
    if (text == null || text.isBlank()) {
      return;
    }
    if (context.allows(Permission.PRODUCT_VIEW)) {
      var query = new ProductQuery(text, null, null, false, 0, FEW);
      products = productService.search(query).rows();
    }
    if (context.allows(Permission.CUSTOMER_VIEW)) {
      customers = customerService.search(new CustomerQuery(text, null, false, 0, FEW)).rows();
    }
    if (context.allows(Permission.SALE_VIEW)) {
      var query = new SaleQuery(text, null, null, null, false, "date", true, 0, FEW);
      sales = saleService.search(query).rows();
    }
    if (context.allows(Permission.EXPENSE_VIEW)) {
      var query = new ExpenseQuery(text, ExpenseQuery.Filter.NONE, "date", true, 0, FEW);
      expenses = expenseService.search(query).rows();
    }
  }

  public boolean isNothing() {
    return products.isEmpty() && customers.isEmpty() && sales.isEmpty() && expenses.isEmpty();
  }

  public List<Product> getProducts() {
    return products;
  }

  public List<Customer> getCustomers() {
    return customers;
  }

  public List<SaleRow> getSales() {
    return sales;
  }

  public List<ExpenseRow> getExpenses() {
    return expenses;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
