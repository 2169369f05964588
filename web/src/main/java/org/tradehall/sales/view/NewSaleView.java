package org.tradehall.sales.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.tradehall.sales.model.TaxTotal;
import org.tradehall.sales.service.NewSale;
import org.tradehall.sales.service.SaleQuote;
import org.tradehall.sales.service.SaleService;
import org.tradehall.shared.service.IdempotencyService;
import org.tradehall.shared.view.Formats;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * The till. The lines are kept in the browser, so that 1,500 of them stay quick and a lost session
 * loses none; every amount is computed here. The key makes a repeated press one sale.
 */
@Named
@RequestScoped
public class NewSaleView {
  private static final ObjectMapper JSON = new ObjectMapper();

  @EJB SaleService sales;
  @EJB IdempotencyService idempotency;
  @Inject BusinessContext context;
  @Inject Formats formats;
  @Inject Texts texts;

  /** Answers what the lines in the browser come to. */
  public void quote() throws JsonProcessingException {
    answer("quote", written(sales.quote(sent())));
  }

  private Map<String, Object> written(SaleQuote quote) {
    var totals = quote.totals();
    return Map.of(
        "amounts", quote.amounts().stream().map(formats::money).toList(),
        "subtotal", formats.money(totals.subtotal()),
        "discount", totals.discount().isZero() ? "" : formats.money(totals.discount().negate()),
        "taxes", totals.taxes().stream().map(this::written).toList(),
        "total", formats.money(totals.total()),
        "plainTotal", totals.total().in(context.getCurrency()).toPlainString());
  }

  private List<String> written(TaxTotal tax) {
    var key = context.getBusiness().isPricesIncludeTax() ? "sales.taxIncluded" : "sales.taxAdded";
    return List.of(texts.format(key, formats.percent(tax.percent())), formats.money(tax.tax()));
  }

  /** Records the sale once, however often its form is sent, and answers where it is shown. */
  public void record() throws Exception {
    var cart = Faces.getRequestParameter("cart");
    var request = sent();
    var fingerprint =
        MessageDigest.getInstance("SHA-256").digest(cart.getBytes(StandardCharsets.UTF_8));
    var outcome =
        idempotency.once(
            Faces.getRequestParameter("key"),
            "page.sale.record",
            fingerprint,
            () -> sales.record(request).getId().toString());
    var shown = "/app/sales/show?recorded=true&id=" + outcome.answer();
    answer("recorded", Faces.getRequestContextPath() + shown);
  }

  private static NewSale sent() throws JsonProcessingException {
    return JSON.readValue(Faces.getRequestParameter("cart"), NewSale.class);
  }

  private static void answer(String name, Object value) throws JsonProcessingException {
    PrimeFaces.current().ajax().addCallbackParam(name, JSON.writeValueAsString(value));
  }

  /** A fresh key for the sale that this page begins. */
  public String getKey() {
    return UUID.randomUUID().toString();
  }
}
