import { setTimeout as delay } from 'node:timers/promises';

/** What is read of an error of the Twilio client: the HTTP status and Twilio's own code. Network errors have neither. */
export function twilioStatus(error: unknown): { status: number | undefined; code: number | undefined } {
  const fields = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return { status: numberOf(fields.status), code: numberOf(fields.code) };
}

const tries = 3;
/** In milliseconds; doubled with each try. Short, since a Function has ten seconds for all it does. */
const firstDelay = 150;

/**
 * Repeats a request that Twilio refused for its load (429), and, if `idempotent`, one whose outcome is unknown
 * (no answer, 5xx). Everything else is the caller's to judge.
 */
export async function repeatIfSafe<Result>(
  request: () => Promise<Result>,
  { idempotent }: { idempotent: boolean },
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const { status } = twilioStatus(error);
      const unknownOutcome = status === undefined || status >= 500;
      if (attempt === tries || !(status === 429 || (idempotent && unknownOutcome))) throw error;
      // Jitter, so that those who were refused together do not come back together.
      await delay(firstDelay * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}
