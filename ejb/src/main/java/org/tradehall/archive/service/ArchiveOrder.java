package org.tradehall.archive.service;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is said of a business that comes in an archive.
 *
 * @param name here; null or blank for the one that it has had
 * @param ownerEmail address of a person who need not have an account yet
 */
public record ArchiveOrder(
    @Size(max = 120) String name, @NotBlank @Email @Size(max = 254) String ownerEmail) {}
