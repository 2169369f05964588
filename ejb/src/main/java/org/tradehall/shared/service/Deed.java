package org.tradehall.shared.service;

import java.util.Map;

/**
 * Something was done that the system log must tell. Fired as an event and observed in the same
 * transaction, so that there is no deed without its entry, nor an entry without its deed.
 *
 * @param action feature and verb, e.g. {@code sale.record}
 * @param detail text, numbers and the like by name; no secrets, no personal data
 */
public record Deed(String action, String entity, Long entityId, Map<String, Object> detail) {

  public Deed(String action, String entity, Long entityId) {
    this(action, entity, entityId, Map.of());
  }
}
