package org.tradehall.shared.service;

import java.util.Map;
import org.tradehall.shared.model.Facts;

/**
 * Something was done that the system log must tell. Fired as an event and observed in the same
 * transaction, so that there is no deed without its entry, nor an entry without its deed.
 *
 * @param action feature and verb, e.g. {@code sale.record}
 * @param entityId null if it was done to no thing in particular
 * @param detail text, numbers and the like by name; no secrets, no personal data
 * @param before the facts that were true before; of them and of {@code after} the log keeps those
 *     that differ
 * @param outside whether it was done outside businesses although the doer may be in one: what
 *     concerns the person's account or the platform
 * @param doer null for whoever is logged in
 */
public record Deed(
    String action,
    String entity,
    Long entityId,
    Map<String, Object> detail,
    Facts before,
    Facts after,
    boolean outside,
    Long doer) {

  public Deed(String action, String entity, Long entityId, Map<String, Object> detail) {
    this(action, entity, entityId, detail, new Facts(), new Facts(), false, null);
  }

  public Deed(String action, String entity, Long entityId) {
    this(action, entity, entityId, Map.of());
  }

  /** The thing was made: all its facts are new. */
  public Deed made(Facts facts) {
    return changed(new Facts(), facts);
  }

  public Deed changed(Facts from, Facts to) {
    return new Deed(action, entity, entityId, detail, from, to, outside, doer);
  }

  public Deed outsideBusinesses() {
    return new Deed(action, entity, entityId, detail, before, after, true, doer);
  }

  /** Done by somebody who has just proved who he is, and is not logged in yet. */
  public Deed by(Long userId) {
    return new Deed(action, entity, entityId, detail, before, after, outside, userId);
  }
}
