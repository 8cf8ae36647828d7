import { operatingHours } from '@discord-channel/contracts';
import { planHours } from '../../src/server-setup/plan-hours';

const hours = operatingHours.parse({
  timeZone: 'Europe/Warsaw',
  week: { mon: ['09:00-12:00', '13:00-17:00'] },
  holidays: ['2026-12-25'],
  message: { en: 'Back {when}.' },
});

test('hours that are the same are nothing to do', () => {
  expect(planHours(hours, JSON.parse(JSON.stringify(hours)))).toEqual([]);
  expect(planHours(undefined, undefined)).toEqual([]);
});

test('an admin reads what the hours will be, and that they are taken away', () => {
  expect(planHours(undefined, hours)).toEqual([
    '+ operating hours, by the clocks of Europe/Warsaw',
    '    mon 09:00-12:00, 13:00-17:00',
    ...['tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `    ${day} closed`),
    '    closed on 2026-12-25',
    '    en: "Back {when}."',
  ]);
  expect(planHours(hours, undefined)[0]).toBe('~ operating hours');
});
