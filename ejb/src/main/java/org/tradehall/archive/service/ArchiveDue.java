package org.tradehall.archive.service;

import org.tradehall.tenancy.model.Business;

/**
 * An archive was looked through and is to be brought in, once the transaction is through.
 *
 * @param business not persisted yet
 */
record ArchiveDue(
    long id, Long userId, String ownerEmail, Business business, ReceivedArchive archive) {}
