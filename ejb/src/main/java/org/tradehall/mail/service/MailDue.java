package org.tradehall.mail.service;

/** A mail was queued; it is to be delivered once the transaction is through. */
record MailDue() {}
