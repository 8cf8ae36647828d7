import { invalidParameter } from '../../rest/twilio-rest-error';
import type { Timers } from '../records';

const duration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

function minutesOf(value: string): number {
  const match = duration.exec(value);
  if (!match) throw invalidParameter(`"${value}" is not an ISO 8601 duration`);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return days * 24 * 60 + hours * 60 + minutes + seconds / 60;
}

/**
 * @throws TwilioRestError 20001 for what is not a duration, for Inactive below 1 minute and for Closed below 10
 * minutes.
 */
export function checkTimers(timers: Partial<Timers>): Timers {
  const inactive = timers.inactive ?? null;
  const closed = timers.closed ?? null;
  if (inactive !== null && minutesOf(inactive) < 1) throw invalidParameter('Timers.Inactive is at least 1 minute');
  if (closed !== null && minutesOf(closed) < 10) throw invalidParameter('Timers.Closed is at least 10 minutes');
  return { inactive, closed };
}
