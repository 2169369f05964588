package org.tradehall.identity.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How pages speak to a person.
 *
 * @param language tag such as {@code de}
 * @param region tag of the locale in whose way numbers and dates are written, such as {@code
 *     de-CH}; null for that of the business
 */
public record Preferences(
    @NotBlank @Size(max = 35) @Pattern(regexp = "[A-Za-z0-9-]*") String language,
    @Size(max = 35) @Pattern(regexp = "[A-Za-z0-9-]*") String region) {}
