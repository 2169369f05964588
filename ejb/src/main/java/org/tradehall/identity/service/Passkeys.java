package org.tradehall.identity.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.PublicAddress;

/**
 * The protocol (WebAuthn level 2). Keys are made for the installation's public address and work at
 * no other, whatever a request says its host is. Only keys that the device finds by itself, and
 * only used by somebody who has shown the device who he is.
 */
@ApplicationScoped
public class Passkeys {

  /** How long a person may take. */
  public static final Duration TIME = Duration.ofMinutes(5);

  /** Withdrawn by Google, and would need an HTTP client to be checked. */
  private static final String SAFETYNET = "android-safetynet";

  @Inject PublicAddress address;
  @Inject PasskeyStore store;

  private RelyingParty party;

  /**
   * A question to a device.
   *
   * @param kept by us until the answer comes
   * @param told to the browser; JSON like the other
   */
  public record Question(String kept, String told) {}

  @PostConstruct
  void settle() {
    var home = address.get();
    party =
        RelyingParty.builder()
            .identity(RelyingPartyIdentity.builder().id(home.getHost()).name("Tradehall").build())
            .credentialRepository(store)
            .origins(Set.of(origin(home)))
            .build();
  }

  /** As browsers write it. */
  static String origin(URI home) {
    var usual = home.getScheme().equals("https") ? 443 : 80;
    var port = home.getPort() == -1 || home.getPort() == usual ? "" : ":" + home.getPort();
    return home.getScheme() + "://" + home.getHost() + port;
  }

  /** Asks a device to make a key. */
  Question make(UserIdentity person) {
    var asked =
        party.startRegistration(
            StartRegistrationOptions.builder()
                .user(person)
                .authenticatorSelection(
                    AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .timeout(TIME.toMillis())
                .build());
    try {
      return new Question(asked.toJson(), asked.toCredentialsCreateJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A question could not be written", e);
    }
  }

  /**
   * Checks a new key.
   *
   * @throws RefusedException if the answer is not one to the question
   */
  RegistrationResult made(PublicKeyCredentialCreationOptions asked, String answer) {
    try {
      var key = PublicKeyCredential.parseRegistrationResponseJson(answer);
      if (key.getResponse().getAttestation().getFormat().equals(SAFETYNET)) {
        throw refused();
      }
      return party.finishRegistration(
          FinishRegistrationOptions.builder().request(asked).response(key).build());
    } catch (IOException | RegistrationFailedException | IllegalArgumentException e) {
      throw refused();
    }
  }

  /** Asks a device for any key that it has for us. */
  Question show() {
    var asked =
        party.startAssertion(
            StartAssertionOptions.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(TIME.toMillis())
                .build());
    try {
      return new Question(asked.toJson(), asked.toCredentialsGetJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A question could not be written", e);
    }
  }

  /**
   * Checks that a device has the key.
   *
   * @throws AssertionFailedException if it does not show so
   * @throws IOException if the answer cannot be read
   */
  AssertionResult shown(String kept, String answer) throws AssertionFailedException, IOException {
    return party.finishAssertion(
        FinishAssertionOptions.builder()
            .request(AssertionRequest.fromJson(kept))
            .response(PublicKeyCredential.parseAssertionResponseJson(answer))
            .build());
  }

  static RefusedException refused() {
    return new RefusedException("identity.passkey-refused");
  }
}
