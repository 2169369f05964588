package org.tradehall.imports.service;

import java.util.Set;
import org.tradehall.tenancy.model.Permission;

/**
 * A step of an import is to be worked on in the background once the transaction is through.
 *
 * @param scope what whoever asked for it may do, which is less than his role gives if he did so by
 *     a limited key
 */
public record ImportDue(Long importId, Long businessId, Long userId, Set<Permission> scope) {}
