package org.tradehall.settings.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tradehall.replica.service.Reads;
import org.tradehall.settings.model.Scope;
import org.tradehall.settings.model.Setting;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingStore.Place;
import org.tradehall.shared.model.Facts;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/** Setting values in a business: for all of it, for a branch, and for oneself. */
@Stateless
public class SettingService {

  @Inject EntityManager em;
  @Inject SettingStore store;
  @Inject SettingWriter writer;
  @Inject BusinessContext context;
  @Inject Event<Deed> deeds;
  @Inject Event<SettingChanged> changed;

  /**
   * A setting in one scope.
   *
   * @param own the text that is set there, null if none
   * @param inherited the text that counts there without one
   */
  public record Choice(Setting<?> setting, String own, String inherited) {}

  /** What can be set for the whole business. */
  @Reads
  @Requires(Permission.BUSINESS_MANAGE)
  public List<Choice> ofBusiness() {
    return choices(Scope.BUSINESS, null, null);
  }

  @Requires(Permission.BUSINESS_MANAGE)
  public void changeBusiness(Map<Setting<?>, String> values) {
    change(Scope.BUSINESS, null, null, values);
  }

  /** What can be set for a branch. */
  @Reads
  @Requires(Permission.BUSINESS_MANAGE)
  public List<Choice> ofBranch(Long branchId) {
    return choices(Scope.BRANCH, known(branchId), null);
  }

  @Requires(Permission.BUSINESS_MANAGE)
  public void changeBranch(Long branchId, Map<Setting<?>, String> values) {
    change(Scope.BRANCH, known(branchId), null, values);
  }

  /** The branches of the business, by code. */
  @Reads
  @Requires(Permission.BUSINESS_MANAGE)
  public List<Branch> branches() {
    return em.createQuery("select b from Branch b order by b.code", Branch.class).getResultList();
  }

  /** What the caller can set for himself in this business. */
  @Reads
  @Anyone("one's own preferences")
  public List<Choice> mine() {
    return choices(Scope.USER, null, me());
  }

  @Anyone("one's own preferences")
  public void changeMine(Map<Setting<?>, String> values) {
    change(Scope.USER, null, me(), values);
  }

  private Long me() {
    if (!context.isEntered()) {
      throw new ForbiddenException("shared.no-business");
    }
    return context.getUserId();
  }

  private Long known(Long branchId) {
    if (em.find(Branch.class, branchId) == null) {
      throw new NotFoundException("settings.no-such-branch");
    }
    return branchId;
  }

  private List<Choice> choices(Scope scope, Long branchId, Long userId) {
    var values = store.business();
    var platform = store.platform();
    return Settings.in(scope).stream()
        .map(
            setting ->
                choice(setting, new Place(branchId, userId, setting.getKey()), values, platform))
        .toList();
  }

  private Choice choice(
      Setting<?> setting, Place place, Map<Place, String> values, Map<Place, String> platform) {
    var inherited =
        wider(place).stream()
            .map(values::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(
                () ->
                    platform.getOrDefault(
                        Place.everywhere(setting), setting.getFallback().toString()));
    return new Choice(setting, values.get(place), inherited);
  }

  /** The wider places in the business, the nearest first. */
  private List<Place> wider(Place place) {
    var business = new Place(null, null, place.key());
    if (place.userId() != null) {
      return List.of(new Place(context.getBranchId(), null, place.key()), business);
    }
    return place.branchId() == null ? List.of() : List.of(business);
  }

  private void change(Scope scope, Long branchId, Long userId, Map<Setting<?>, String> values) {
    var before = new Facts();
    var after = new Facts();
    values.forEach(
        (setting, text) -> {
          if (!setting.canBeSetIn(scope)) {
            throw new ForbiddenException("shared.forbidden");
          }
          var value = SettingText.of(setting, text);
          before.with(
              setting.getKey(), writer.set(place(branchId, userId, setting), setting, value));
          after.with(setting.getKey(), value);
        });
    em.flush();
    if (!before.notIn(after).isEmpty() || !after.notIn(before).isEmpty()) {
      deeds.fire(
          new Deed("settings." + scope.name().toLowerCase(Locale.ROOT), "Setting", branchId)
              .changed(before, after));
      changed.fire(new SettingChanged(context.getBusinessId()));
    }
  }

  private static Place place(Long branchId, Long userId, Setting<?> setting) {
    return new Place(branchId, userId, setting.getKey());
  }
}
