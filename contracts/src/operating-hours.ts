import { z } from 'zod';

/** Days as the file of a server names them, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** "09:00-17:30"; one that ends before it begins ends on the next day, "24:00" is midnight. */
const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be such as "09:00-17:30"')
  .refine((text) => text.slice(0, 5) !== text.slice(6), 'must not end when it begins; all day is "00:00-24:00"');

/** When a server's agents are there, and what players are told while they are not. */
export const operatingHours = z.strictObject({
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as "Europe/Warsaw" (https://en.wikipedia.org/wiki/Tz_database)'),
  week: z
    .partialRecord(z.enum(weekdays), z.array(span).max(6))
    .refine((week) => Object.values(week).some((spans) => spans.length > 0), 'must have at least one open time'),
  /** Days in that time zone on which nobody is there. */
  holidays: z.array(z.iso.date('must be a day such as "2026-12-25"')).max(366).default([]),
  /** Instead of our words, per language; {when} and {relative} are where the time goes. */
  message: z
    .partialRecord(
      z.enum(['en', 'fr', 'pl', 'ja', 'zh-CN', 'ar']),
      z
        .string()
        .trim()
        .min(1)
        .max(500)
        .refine((text) => text.includes('{when}'), 'must say where the time goes, with {when}')
        .refine((text) => !/\{(?!when\}|relative\})/.test(text), 'knows only {when} and {relative}'),
    )
    .default({}),
});
export type OperatingHours = z.infer<typeof operatingHours>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // An offset such as "+02:00" knows no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
