package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Locale;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.archive.service.BusinessArchive;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessForm;
import org.tradehall.tenancy.service.BusinessService;

/** What the owner decides about the business. */
@Named
@RequestScoped
public class BusinessView {
  @EJB BusinessService businesses;
  @EJB BusinessArchive archive;
  @Inject BusinessContext context;
  @Inject Texts texts;

  private Integer version;
  private String name;
  private String locale;
  private boolean pricesIncludeTax;
  private boolean allowNegativeStock;
  private String businessName;
  private String password;

  public void load() {
    var business = context.getBusiness();
    version = business.getVersion();
    name = business.getName();
    locale = business.getLocale().toLanguageTag();
    pricesIncludeTax = business.isPricesIncludeTax();
    allowNegativeStock = business.isAllowNegativeStock();
  }

  public String save() {
    businesses.update(
        new BusinessForm(
            name, Locale.forLanguageTag(locale), pricesIncludeTax, allowNegativeStock, version));
    Messages.addFlashGlobalInfo("{0}", texts.get("tenancy.businessSaved"));
    return "/app/settings/profile?faces-redirect=true";
  }

  /** Sends everything of the business as one archive. */
  public void export() throws IOException {
    Faces.sendFile("tradehall-" + context.getBusinessId() + ".zip", true, archive::write);
  }

  public String close() {
    businesses.close(businessName, password);
    BusinessChoice.forget(Faces.getRequest());
    return "/index?faces-redirect=true";
  }

  public Integer getVersion() {
    return version;
  }

  public void setVersion(Integer version) {
    this.version = version;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getLocale() {
    return locale;
  }

  public void setLocale(String locale) {
    this.locale = locale;
  }

  public boolean isPricesIncludeTax() {
    return pricesIncludeTax;
  }

  public void setPricesIncludeTax(boolean pricesIncludeTax) {
    this.pricesIncludeTax = pricesIncludeTax;
  }

  public boolean isAllowNegativeStock() {
    return allowNegativeStock;
  }

  public void setAllowNegativeStock(boolean allowNegativeStock) {
    this.allowNegativeStock = allowNegativeStock;
  }

  public String getBusinessName() {
    return businessName;
  }

  public void setBusinessName(String businessName) {
    this.businessName = businessName;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
