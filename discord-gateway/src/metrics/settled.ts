/**
 * What became of one attempt to carry something. `inbound` goes to Twilio and `outbound` to the player; `commands` are
 * Discord's interactions, `notices` what players are told straight in the DM.
 */
export interface Settled {
  direction: 'inbound' | 'commands' | 'outbound' | 'notices';
  /**
   * `ignored`: there was nothing to carry. `failed`: it can never be carried, whoever wrote it is told. `parked`: set
   * aside for an operator. `postponed`: it is tried again, so this is not the end of it.
   */
  outcome: 'sent' | 'ignored' | 'failed' | 'parked' | 'postponed';
  /** Milliseconds that it was under way, of what is `sent`. */
  latencyMs?: number | undefined;
}

/** Told once for each attempt; never throws. */
export type OnSettled = (settled: Settled) => void;
