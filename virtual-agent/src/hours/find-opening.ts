import { type OperatingHours, weekdays } from '@discord-channel/contracts';

export type Opening =
  | { kind: 'open' }
  /** `backAt` is null when nobody comes within a year. */
  | { kind: 'closed'; backAt: Date | null };

const dayMs = 86_400_000;
/** As far ahead as is looked for the next opening. In days. */
const horizon = 380;

/** Whether the agents are there at a moment, and if not, when they are back. */
export function findOpening(hours: OperatingHours, now: Date): Opening {
  const today = localDay(hours.timeZone, now);
  // From yesterday on: a span may run past midnight.
  for (let ahead = -1; ahead <= horizon; ahead += 1) {
    const day = today + ahead * dayMs;
    const spans = spansOn(hours, day).sort((one, other) => one.from.getTime() - other.from.getTime());
    for (const { from, to } of spans) {
      if (to <= now) continue;
      if (from <= now) return { kind: 'open' };
      return { kind: 'closed', backAt: from };
    }
  }
  return { kind: 'closed', backAt: null };
}

/** @param day midnight of a calendar day, as if it were one of UTC. In milliseconds. */
function spansOn({ timeZone, week, holidays }: OperatingHours, day: number): { from: Date; to: Date }[] {
  if (holidays.includes(new Date(day).toISOString().slice(0, 10))) return [];
  const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7];
  return ((weekday && week[weekday]) ?? []).map((span) => {
    const [from = 0, to = 0] = span.split('-').map(minutesOf);
    const end = to <= from ? to + 24 * 60 : to;
    return { from: instantOf(timeZone, day + from * 60_000), to: instantOf(timeZone, day + end * 60_000) };
  });
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Midnight of the calendar day that it is there, as if it were one of UTC. In milliseconds. */
function localDay(timeZone: string, at: Date): number {
  const local = at.getTime() + offsetAt(timeZone, at.getTime());
  return Math.floor(local / dayMs) * dayMs;
}

/** The moment at which clocks there show a time. In the hour that summer time leaves out: an hour later. */
function instantOf(timeZone: string, local: number): Date {
  const guess = local - offsetAt(timeZone, local);
  return new Date(local - offsetAt(timeZone, guess));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far clocks there are ahead of UTC. In milliseconds. */
function offsetAt(timeZone: string, at: number): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(timeZone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return local - Math.floor(at / 1_000) * 1_000;
}
