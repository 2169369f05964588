package org.tradehall.settings.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tradehall.replica.service.Route;
import org.tradehall.settings.model.Setting;
import org.tradehall.settings.service.SettingStore.Place;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * What counts now, here and for the caller: the narrowest value that is set, else the default. Each
 * server keeps what it has read for a few seconds, so that a change on one is known on all after
 * that time, and on its own at once.
 */
@ApplicationScoped
public class SettingValues {

  /** Nanoseconds for which a value that was read is good. */
  static final long FRESH = 3_000_000_000L;

  /** Key of what is set for the installation; no business has it. */
  private static final Long PLATFORM = 0L;

  @Inject SettingStore store;
  @Inject BusinessContext context;
  @Inject Route route;

  /** How often something was forgotten. */
  private final AtomicLong changes = new AtomicLong();

  /** By the id of the business. */
  private final Map<Long, Known> cache = new ConcurrentHashMap<>();

  private record Known(Map<Place, String> values, long readAt) {

    boolean isFresh() {
      return System.nanoTime() - readAt < FRESH;
    }
  }

  public <T> T get(Setting<T> setting) {
    var text = context.getBusinessId() != null ? inBusiness(setting) : onPlatform(setting);
    return text == null ? setting.getFallback() : setting.parse(text);
  }

  /** As it is for everybody, whoever asks. */
  public <T> T getForAll(Setting<T> setting) {
    var text = onPlatform(setting);
    return text == null ? setting.getFallback() : setting.parse(text);
  }

  private String inBusiness(Setting<?> setting) {
    var values = known(context.getBusinessId());
    var branch = context.isEntered() ? context.getBranchId() : null;
    for (var place : Place.from(context.getUserId(), branch, setting)) {
      if (values.containsKey(place)) {
        return values.get(place);
      }
    }
    return onPlatform(setting);
  }

  private String onPlatform(Setting<?> setting) {
    return known(PLATFORM).get(Place.everywhere(setting));
  }

  private Map<Place, String> known(Long business) {
    var known = cache.get(business);
    if (known == null || !known.isFresh()) {
      long before = changes.get();
      var readAt = System.nanoTime();
      known = new Known(PLATFORM.equals(business) ? store.platform() : store.business(), readAt);
      // Commands decide by these values, and the replica may be a moment behind.
      if (!route.isOnReplica()) {
        keep(business, known, before);
      }
    }
    return known.values();
  }

  /** Not what may be of before a change. */
  private void keep(Long business, Known read, long before) {
    cache.compute(business, (id, kept) -> changes.get() == before ? read : kept);
  }

  /** Forgets what this server knows of a business, or of the installation if that is null. */
  void forget(Long business) {
    changes.incrementAndGet();
    cache.remove(business == null ? PLATFORM : business);
  }
}
