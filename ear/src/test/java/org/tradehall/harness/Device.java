package org.tradehall.harness;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A device that keeps passkeys, as Chromium plays it. */
public final class Device {

  private final CDPSession browser;
  private final String id;

  private Device(CDPSession browser, String id) {
    this.browser = browser;
    this.id = id;
  }

  /** Has it at hand wherever a page asks for a passkey; it knows who uses it, say by a finger. */
  public static Device pluggedInto(Page page) {
    var browser = page.context().newCDPSession(page);
    browser.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var authenticator = new JsonObject();
    authenticator.add("options", options);
    var added = browser.send("WebAuthn.addVirtualAuthenticator", authenticator);
    return new Device(browser, added.get("authenticatorId").getAsString());
  }

  /** From now on somebody else uses it, whom it does not know. */
  public void isInOtherHands() {
    var user = new JsonObject();
    user.addProperty("authenticatorId", id);
    user.addProperty("isUserVerified", false);
    browser.send("WebAuthn.setUserVerified", user);
  }
}
