import type { TimeStyle } from './parse-markdown';

const formats: Readonly<Record<Exclude<TimeStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** From the largest, each with its length in seconds. */
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A point in time as Discord shows it, in the reader's language and time zone. */
export function formatTime(at: Date, style: TimeStyle, now: Date): string {
  if (style !== 'R') return new Intl.DateTimeFormat(undefined, formats[style]).format(at);
  const seconds = (at.getTime() - now.getTime()) / 1_000;
  const [unit, length] = units.find(([, most]) => Math.abs(seconds) >= most) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}
