package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.ApiKey;
import org.tradehall.tenancy.service.ApiKeyService;

/** The keys by which programs work in this business. A new key is shown in one answer, once. */
@Named
@RequestScoped
public class ApiKeysView {
  @EJB ApiKeyService service;
  @Inject Texts texts;

  private String name;
  private String secret;
  private List<ApiKey> keys;

  public void create() {
    secret = service.create(name).secret();
    name = null;
    keys = null;
  }

  public void revoke(Long id) {
    service.revoke(id);
    keys = null;
    Messages.addGlobalInfo("{0}", texts.get("identity.revoked"));
  }

  public List<ApiKey> getKeys() {
    if (keys == null) {
      keys = service.list();
    }
    return keys;
  }

  /** Null unless a key was made by this very request. */
  public String getSecret() {
    return secret;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
