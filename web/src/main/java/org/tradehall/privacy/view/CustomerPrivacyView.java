package org.tradehall.privacy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.parties.model.Customer;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.privacy.service.CustomerPrivacyService;
import org.tradehall.shared.view.Texts;

/** What is kept of a customer, to be handed over or forgotten. */
@Named
@RequestScoped
public class CustomerPrivacyView {

  @EJB CustomerPrivacyService privacy;
  @EJB CustomerService customers;
  @Inject Texts texts;

  private Long id;
  private Customer customer;
  private LocalDate keptUntil;

  public void load() {
    customer = customers.get(id);
    keptUntil = privacy.keptUntil(id).orElse(null);
  }

  public void download() throws IOException {
    var json = privacy.export(id).toJson();
    Faces.sendFile(json.getBytes(StandardCharsets.UTF_8), "customer-" + id + ".json", true);
  }

  public String erase() {
    privacy.erase(id);
    Messages.addFlashGlobalInfo("{0}", texts.get("privacy.erased"));
    return "/app/customers/index?faces-redirect=true";
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Customer getCustomer() {
    return customer;
  }

  /** Null if the customer may be erased now. */
  public LocalDate getKeptUntil() {
    return keptUntil;
  }
}
