import { discordFailure } from '../discord/discord-failure';
import { TransferFailed } from '../files/transfer-failed';
import { twilioFailure } from '../twilio/twilio-failure';

/** After this many failures in a row that time does not cure, something is set aside. With back-off: some minutes. */
export const maxDefects = 10;

/** True for an error of our own making: neither Twilio, nor Discord, nor the database says that it is theirs. */
export function isDefect(error: unknown): boolean {
  const isDatabase = error instanceof Error && ('severity' in error || /connect|terminat|timeout/i.test(error.message));
  if (error instanceof TransferFailed) return false;
  return !isDatabase && twilioFailure(error) === undefined && discordFailure(error) === undefined;
}
