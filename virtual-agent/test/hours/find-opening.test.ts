import { operatingHours } from '@discord-channel/contracts';
import { findOpening } from '../../src/hours/find-opening';

const hours = (timeZone: string, week: object, holidays: string[] = []) =>
  operatingHours.parse({ timeZone, week, holidays });
const office = { mon: ['09:00-12:00', '13:00-17:00'], tue: ['09:00-17:00'], fri: ['22:00-02:00'] };

test.each([
  ['in the morning', 'Europe/Paris', '2026-11-23T08:30:00Z', 'open'],
  ['at the first minute', 'Europe/Paris', '2026-11-23T08:00:00Z', 'open'],
  ['a second before', 'Europe/Paris', '2026-11-23T07:59:59Z', '2026-11-23T08:00:00.000Z'],
  ['at the last minute’s end', 'Europe/Paris', '2026-11-23T11:00:00Z', '2026-11-23T12:00:00.000Z'],
  ['after a night that runs past midnight', 'Europe/Paris', '2026-11-28T01:30:00Z', '2026-11-30T08:00:00.000Z'],
  ['in such a night', 'Europe/Paris', '2026-11-28T00:30:00Z', 'open'],
  ['on a day without hours', 'Europe/Paris', '2026-11-26T10:00:00Z', '2026-11-27T21:00:00.000Z'],
  ['where it is another day', 'Pacific/Auckland', '2026-11-22T20:30:00Z', 'open'],
  ['where it is another day, before', 'America/Los_Angeles', '2026-11-24T02:00:00Z', '2026-11-24T17:00:00.000Z'],
  ['in summer', 'Europe/Paris', '2026-07-06T06:30:00Z', '2026-07-06T07:00:00.000Z'],
  ['over the end of summer time', 'Europe/Paris', '2026-10-24T12:00:00Z', '2026-10-26T08:00:00.000Z'],
  ['where clocks are half an hour off', 'Asia/Kolkata', '2026-11-23T03:30:00Z', 'open'],
])('%s (%s, %s): %s', (_name, timeZone, now, expected) => {
  const opening = findOpening(hours(timeZone, office), new Date(now));
  expect(opening.kind === 'open' ? 'open' : opening.backAt?.toISOString()).toBe(expected);
});

test('a holiday is closed, and the next day that is none counts', () => {
  const withHoliday = hours('Europe/Paris', office, ['2026-11-23']);
  expect(findOpening(withHoliday, new Date('2026-11-23T09:00:00Z'))).toEqual({
    kind: 'closed',
    backAt: new Date('2026-11-24T08:00:00Z'),
  });
});

test('all day is all day, and nobody for a year is said as such', () => {
  const everyDay = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']]),
  );
  expect(findOpening(hours('Asia/Tokyo', everyDay), new Date('2026-11-23T14:59:59Z')).kind).toBe('open');
  const days = Array.from({ length: 366 }, (_, day) =>
    new Date(Date.UTC(2026, 10, 23 + day)).toISOString().slice(0, 10),
  );
  expect(findOpening(hours('UTC', { mon: ['09:00-10:00'] }, days), new Date('2026-11-23T09:30:00Z'))).toMatchObject({
    kind: 'closed',
    backAt: new Date('2027-11-29T09:00:00Z'),
  });
});
