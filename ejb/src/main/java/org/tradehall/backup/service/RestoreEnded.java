package org.tradehall.backup.service;

import org.tradehall.backup.model.Restore;

/** A restore of the whole installation has ended, well or not. */
public record RestoreEnded(Restore restore) {}
