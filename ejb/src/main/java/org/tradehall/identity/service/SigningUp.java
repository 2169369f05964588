package org.tradehall.identity.service;

/** Somebody is about to sign up. Whoever has something against it throws. */
public record SigningUp() {}
