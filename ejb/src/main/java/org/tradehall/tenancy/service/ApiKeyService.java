package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.ApiKey;
import org.tradehall.tenancy.model.Permission;

/** Keys by which programs work in a business: {@code th_<business>_<secret>}. */
@Stateless
public class ApiKeyService {

  private static final String PREFIX = "th";
  private static final int HINT_LENGTH = 4;

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject PasswordService passwords;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * @param secret the whole key, to be shown this once
   */
  public record NewKey(ApiKey key, String secret) {

    @Override
    public String toString() {
      return "NewKey";
    }
  }

  /** The business a key names, if it has the form of a key. Nothing is verified by this. */
  @Anyone("reads the text only")
  public Optional<Long> businessOf(String key) {
    return Secret.businessOf(PREFIX, key);
  }

  /**
   * Verifies a key in the business that it names, which must have been claimed.
   *
   * @return id of the user for whom it works; empty if there is no such key, or it is over
   */
  @Anyone("the key is what is being verified")
  public Optional<Long> authenticate(String key) {
    var found =
        em.createQuery("select k from ApiKey k where k.secretHash = :hash", ApiKey.class)
            .setParameter("hash", new Secret(key).hash())
            .getResultStream()
            .findFirst()
            .filter(apiKey -> apiKey.isGood(clock.instant()));
    found.ifPresent(
        apiKey -> {
          apiKey.use(clock.instant());
          context.limit(apiKey.getScope());
        });
    return found.map(apiKey -> apiKey.getUser().getId());
  }

  /**
   * A key may do no more than its maker; should he lose a right, the key loses it as well.
   *
   * @param password the caller's
   */
  @Requires(Permission.API_KEY_MANAGE)
  public NewKey create(@Valid NewApiKey request, String password) {
    passwords.confirm("password", password);
    if (!request.permissions().stream().allMatch(context::allows)) {
      throw new InvalidException(Violation.at("permissions", "tenancy.key-too-much"));
    }
    var made = Secret.random(PREFIX, context.getBusinessId());
    var secret = made.text();
    var hint = secret.substring(secret.length() - HINT_LENGTH);
    var user = em.getReference(User.class, context.getUserId());
    var key = new ApiKey(user, request.name(), hint, made.hash(), clock.instant());
    var now = clock.instant();
    var end = request.days() == null ? null : now.plus(Duration.ofDays(request.days()));
    key.limit(request.permissions(), end);
    em.persist(key);
    deeds.fire(new Deed("api-key.create", "ApiKey", key.getId(), Map.of("hint", hint)));
    em.flush();
    return new NewKey(key, secret);
  }

  /** Keys that are not revoked, newest first; those that have ended by themselves among them. */
  @Reads
  @Requires(Permission.API_KEY_MANAGE)
  public List<ApiKey> list() {
    return em.createQuery(
            "select k from ApiKey k join fetch k.user where k.revokedAt is null"
                + " order by k.createdAt desc, k.id desc",
            ApiKey.class)
        .getResultList();
  }

  @Requires(Permission.API_KEY_MANAGE)
  public void revoke(Long id) {
    var key = em.find(ApiKey.class, id);
    if (key == null) {
      throw new NotFoundException("tenancy.no-such-key");
    }
    key.revoke(clock.instant());
    deeds.fire(new Deed("api-key.revoke", "ApiKey", id));
  }
}
