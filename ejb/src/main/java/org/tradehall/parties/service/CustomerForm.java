package org.tradehall.parties.service;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is entered of a customer.
 *
 * @param version as read before an edit; null for a new customer
 */
public record CustomerForm(
    @NotBlank @Size(max = 64) String code,
    @NotBlank @Size(max = 200) String name,
    @Email @Size(max = 254) String email,
    @Size(max = 40) String phone,
    @Size(max = 80) String country,
    Integer version) {}
