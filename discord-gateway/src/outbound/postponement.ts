import { discordFailure } from '../discord/discord-failure';
import { TransferFailed } from '../files/transfer-failed';
import { backOff } from '../flow/back-off';
import { twilioFailure } from '../twilio/twilio-failure';

/** When something is tried again, for the row that it stands in. */
export interface Postponement {
  code: string;
  delayMs: number;
  /** 0 when it was nobody's failure: the channel's bucket was used up. */
  failures: 0 | 1;
}

const retry = { baseMs: 500, maxMs: 60_000 };

/**
 * When to try again what could not be brought to the player. A used-up bucket is waited for exactly as long as Discord
 * says, in the database and not in one of the lanes' slots: a DM that has to wait holds up no other.
 */
export function postponement(error: unknown, attempts: number): Postponement {
  const throttled = discordFailure(error);
  if (throttled?.kind === 'not-now') return { code: throttled.code, delayMs: throttled.retryAfterMs, failures: 0 };
  const failure = error instanceof TransferFailed ? error : (twilioFailure(error) ?? throttled);
  const asked = failure && 'retryAfterMs' in failure ? (failure.retryAfterMs ?? 0) : 0;
  const delayMs = Math.max(asked, backOff(attempts + 1, retry));
  return { code: String(failure?.code ?? 'unknown'), delayMs, failures: 1 };
}
