package org.tradehall.identity.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a person calls a passkey. */
public record PasskeyName(@NotBlank @Size(max = 80) String name) {}
