package org.tradehall.audit.model;

/**
 * What the verifier found in one chain.
 *
 * @param head where the chain ends
 * @param entries how many entries were recomputed
 * @param waiting how many entries have no seal yet
 * @param fault null if the chain is whole
 * @param sequence place of the first fault in the chain; 0 if the entry stands in no chain
 * @param logId id of the entry at fault, null if it is not there
 */
public record LogVerdict(
    LogHead head, long entries, long waiting, LogFault fault, long sequence, Long logId) {

  public boolean isWhole() {
    return fault == null;
  }
}
