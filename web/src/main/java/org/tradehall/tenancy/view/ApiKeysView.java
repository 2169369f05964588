package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Formats;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.ApiKey;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.ApiKeyService;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.NewApiKey;

/** The keys by which programs work in this business. A new key is shown in one answer, once. */
@Named
@RequestScoped
public class ApiKeysView {
  private static final Integer USUAL_DAYS = 365;

  @EJB ApiKeyService service;
  @Inject BusinessContext context;
  @Inject Texts texts;
  @Inject Formats formats;
  @Inject Clock clock;

  private String name;
  private String password;
  private Permission[] permissions = {};
  private Integer days = USUAL_DAYS;
  private String secret;
  private List<ApiKey> keys;

  public void create() {
    secret = service.create(new NewApiKey(name, Set.of(permissions), days), password).secret();
    name = null;
    permissions = new Permission[0];
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

  /** What the person may give to a key: what he may himself. */
  public List<SelectItem> getGrantable() {
    return Stream.of(Permission.values())
        .filter(context::allows)
        .map(right -> new SelectItem(right, texts.get("tenancy.permission." + right.name())))
        .toList();
  }

  public String words(ApiKey key) {
    return key.getScope().size() == Permission.values().length
        ? texts.get("tenancy.keyAll")
        : key.getScope().stream()
            .map(right -> texts.get("tenancy.permission." + right.name()))
            .collect(Collectors.joining(", "));
  }

  /** In words: when it ends by itself, never, or that it is over. */
  public String endOf(ApiKey key) {
    if (!key.isGood(clock.instant())) {
      return texts.get("tenancy.keyOver");
    }
    return key.getExpiresAt() == null
        ? texts.get("tenancy.keyEndless")
        : formats.dateTime(key.getExpiresAt());
  }

  public String lastUseOf(ApiKey key) {
    return key.getLastUsedAt() == null
        ? texts.get("identity.keyNever")
        : formats.dateTime(key.getLastUsedAt());
  }

  public Permission[] getPermissions() {
    return permissions.clone();
  }

  public void setPermissions(Permission[] permissions) {
    this.permissions = permissions.clone();
  }

  /** Null for a key that does not end by itself. */
  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
