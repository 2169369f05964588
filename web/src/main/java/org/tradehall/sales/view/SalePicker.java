package org.tradehall.sales.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.inventory.service.StockService;
import org.tradehall.parties.model.Customer;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.view.Formats;
import org.tradehall.shared.view.Texts;

/** Finds products and customers while a sale is typed or scanned. */
@Named
@RequestScoped
public class SalePicker {
  private static final ObjectMapper JSON = new ObjectMapper();

  @EJB ProductService products;
  @EJB CustomerService customers;
  @EJB StockService stock;
  @Inject Formats formats;
  @Inject Texts texts;

  public void findProducts() throws JsonProcessingException {
    var text = Faces.getRequestParameter("text");
    var found = products.suggest(text);
    var onHand = stock.onHand(found.stream().map(Product::getId).toList());
    answer(
        found.stream()
            .map(p -> written(p, text.strip(), onHand.getOrDefault(p.getId(), Quantity.ZERO)))
            .toList());
  }

  private Map<String, Object> written(Product product, String text, Quantity onHand) {
    var exact = product.getSku().equalsIgnoreCase(text) || text.equals(product.getBarcode());
    var stocked = texts.format("sales.onHand", formats.quantity(onHand));
    return Map.of(
        "id", product.getId(),
        "name", product.getName(),
        "note", product.getSku() + (product.isStocked() ? " · " + stocked : ""),
        "side", formats.money(product.getPrice()),
        "price", formats.amount(product.getPrice()),
        "exact", exact);
  }

  public void findCustomers() throws JsonProcessingException {
    var text = Faces.getRequestParameter("text");
    answer(customers.suggest(text).stream().map(c -> written(c, text.strip())).toList());
  }

  private static Map<String, Object> written(Customer customer, String text) {
    return Map.of(
        "id", customer.getId(),
        "name", customer.getName(),
        "note", customer.getCode(),
        "side", "",
        "exact", customer.getCode().equalsIgnoreCase(text));
  }

  private static void answer(Object found) throws JsonProcessingException {
    PrimeFaces.current().ajax().addCallbackParam("found", JSON.writeValueAsString(found));
  }
}
