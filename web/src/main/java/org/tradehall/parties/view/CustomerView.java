package org.tradehall.parties.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.omnifaces.util.Messages;
import org.tradehall.parties.service.CustomerForm;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.shared.view.Language;
import org.tradehall.shared.view.Texts;

/** A new or known customer in a form. */
@Named
@RequestScoped
public class CustomerView {
  @EJB CustomerService customers;
  @Inject Texts texts;
  @Inject Language language;

  private Long id;
  private Integer version;
  private String code;
  private String name;
  private String email;
  private String phone;
  private String country;

  public void load() {
    var customer = customers.get(id);
    version = customer.getVersion();
    code = customer.getCode();
    name = customer.getName();
    email = customer.getEmail();
    phone = customer.getPhone();
    country = customer.getCountry();
  }

  public String save() {
    var form = new CustomerForm(code, name, email, phone, country, version);
    if (id == null) {
      customers.create(form);
    } else {
      customers.update(id, form);
    }
    Messages.addFlashGlobalInfo("{0}", texts.format("parties.saved", name));
    return "/app/customers/index?faces-redirect=true";
  }

  /** Countries by their names; the value is the ISO code. */
  public List<SelectItem> getCountries() {
    var locale = language.getLocale();
    return Stream.of(Locale.getISOCountries())
        .map(iso -> new SelectItem(iso, new Locale("", iso).getDisplayCountry(locale)))
        .sorted(Comparator.comparing(SelectItem::getLabel, Collator.getInstance(locale)))
        .toList();
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

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }
}
