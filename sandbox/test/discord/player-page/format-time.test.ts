import { formatTime } from '../../../src/player-page/markdown/format-time';

const now = new Date('2026-11-21T12:00:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe('a point in time in a message', () => {
  it.each([
    [30, 'in 30 seconds'],
    [-120, '2 minutes ago'],
    [3 * 3_600, 'in 3 hours'],
    [86_400, 'tomorrow'],
    [-40 * 86_400, 'last month'],
  ])('of %d seconds from now is told as %s', (seconds, told) => {
    expect(formatTime(after(seconds), 'R', now)).toBe(told);
  });

  it('is a day, a time or both', () => {
    expect(formatTime(now, 'D', now)).toContain('2026');
    expect(formatTime(now, 't', now)).not.toContain('2026');
    expect(formatTime(now, 'F', now)).toMatch(/Saturday.*2026.*\d\d:?/);
  });
});
