package org.tradehall.settings.service;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.settings.model.BusinessSetting;
import org.tradehall.settings.model.Setting;
import org.tradehall.settings.model.SystemSetting;
import org.tradehall.shared.service.Anyone;

/** Reads the rows of the settings. Their values are no secret to those for whom they count. */
@Stateless
public class SettingStore {

  @Inject EntityManager em;

  /**
   * Where a value is set.
   *
   * @param branchId null unless for a branch
   * @param userId null unless for a person
   */
  public record Place(Long branchId, Long userId, String key) {

    /** From the narrowest to the widest in a business. */
    static List<Place> from(Long userId, Long branchId, Setting<?> setting) {
      var key = setting.getKey();
      return List.of(
          new Place(null, userId, key), new Place(branchId, null, key), new Place(null, null, key));
    }

    static Place everywhere(Setting<?> setting) {
      return new Place(null, null, setting.getKey());
    }
  }

  /** All that is set in the business of the transaction. */
  @Anyone("a business's own settings, in which there are no secrets")
  public Map<Place, String> business() {
    var values = new HashMap<Place, String>();
    em.createQuery("select s from BusinessSetting s", BusinessSetting.class)
        .getResultList()
        .forEach(
            row ->
                values.put(
                    new Place(row.getBranchId(), row.getUserId(), row.getKey()), row.getValue()));
    return values;
  }

  /** All that is set for the installation. */
  @Anyone("what is set for the installation counts for everybody")
  public Map<Place, String> platform() {
    var values = new HashMap<Place, String>();
    em.createQuery("select s from SystemSetting s", SystemSetting.class)
        .getResultList()
        .forEach(row -> values.put(new Place(null, null, row.getKey()), row.getValue()));
    return values;
  }
}
