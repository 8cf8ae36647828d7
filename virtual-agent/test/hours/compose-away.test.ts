import { operatingHours } from '@discord-channel/contracts';
import { composeAway } from '../../src/hours/compose-away';

const hours = operatingHours.parse({ timeZone: 'Europe/Paris', week: { mon: ['09:00-17:00'] } });
const backAt = new Date('2026-11-23T08:00:00Z');

test('Discord shows the time in the player’s own zone, the transcript in the server’s', () => {
  const { text, body } = composeAway(hours, backAt, 1042, 'en');
  expect(text).toContain('They are back on <t:1795420800:F> (<t:1795420800:R>).');
  expect(text).toContain('case 1042');
  expect(body).toContain('Monday, November 23, 2026 at 9:00 AM (Europe/Paris)');
});

test.each(['fr', 'pl', 'ja', 'zh-CN', 'ar'] as const)('%s has words of its own', (language) => {
  const { text } = composeAway(hours, backAt, 1042, language);
  expect(text).toContain('<t:1795420800:F>');
  expect(text).not.toContain('Our agents');
  expect(text).toContain('1042');
});

test('a server’s own words are taken in their language, and the case’s number is told all the same', () => {
  const own = operatingHours.parse({ ...hours, message: { fr: 'Fermé jusqu’à {when}.' } });
  expect(composeAway(own, backAt, 7, 'fr').text).toMatch(/^Fermé jusqu’à <t:1795420800:F>\.\n.*7/);
  expect(composeAway(own, backAt, 7, 'en').text).toMatch(/^Our agents/);
});

test('without a time none is promised', () => {
  expect(composeAway(hours, null, 7, 'en').text).toMatch(/^Our agents are not here right now\.\nI have opened case 7/);
});
