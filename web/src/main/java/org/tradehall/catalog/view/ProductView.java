package org.tradehall.catalog.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.catalog.model.ProductKind;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.catalog.service.ProductForm;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.catalog.service.TaxRateService;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;

/** A new or known product in a form. */
@Named
@RequestScoped
public class ProductView {
  @EJB ProductService products;
  @EJB TaxRateService taxRates;
  @Inject BusinessContext context;
  @Inject Texts texts;

  private Long id;
  private Integer version;
  private String sku;
  private String name;
  private String barcode;
  private ProductKind kind = ProductKind.GOODS;
  private BigDecimal price;
  private BigDecimal cost;
  private Long taxRateId;
  private boolean active = true;
  private BigDecimal openingStock;

  public void load() {
    var product = products.get(id);
    version = product.getVersion();
    sku = product.getSku();
    name = product.getName();
    barcode = product.getBarcode();
    kind = product.getKind();
    price = product.getPrice().in(context.getCurrency());
    cost = product.getCost() == null ? null : product.getCost().in(context.getCurrency());
    taxRateId = product.getTaxRate() == null ? null : product.getTaxRate().getId();
    active = product.isActive();
  }

  public String save() {
    var form =
        new ProductForm(
            sku, name, barcode, kind, price, cost, taxRateId, active, version, openingStock);
    if (id == null) {
      products.create(form);
    } else {
      products.update(id, form);
    }
    Messages.addFlashGlobalInfo("{0}", texts.format("catalog.saved", name));
    return "/app/products/index?faces-redirect=true";
  }

  public List<TaxRate> getTaxRates() {
    return taxRates.list();
  }

  public ProductKind[] getKinds() {
    return ProductKind.values();
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Integer getVersion() {
    return version;
  }

  public void setVersion(Integer version) {
    this.version = version;
  }

  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getBarcode() {
    return barcode;
  }

  public void setBarcode(String barcode) {
    this.barcode = barcode;
  }

  public ProductKind getKind() {
    return kind;
  }

  public void setKind(ProductKind kind) {
    this.kind = kind;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public void setPrice(BigDecimal price) {
    this.price = price;
  }

  public BigDecimal getCost() {
    return cost;
  }

  public void setCost(BigDecimal cost) {
    this.cost = cost;
  }

  public Long getTaxRateId() {
    return taxRateId;
  }

  public void setTaxRateId(Long taxRateId) {
    this.taxRateId = taxRateId;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public BigDecimal getOpeningStock() {
    return openingStock;
  }

  public void setOpeningStock(BigDecimal openingStock) {
    this.openingStock = openingStock;
  }
}
