import { isDeepStrictEqual } from 'node:util';
import { type OperatingHours, weekdays } from '@discord-channel/contracts';

/** What changes about a server's operating hours, in lines for an admin; none where nothing does. */
export function planHours(before: OperatingHours | undefined, after: OperatingHours | undefined): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!after) return ['~ operating hours', '    taken away: agents are asked for at any time'];
  const { timeZone, week, holidays, message } = after;
  const days = weekdays.map((day) => `${day} ${week[day]?.join(', ') || 'closed'}`);
  return [
    `${before ? '~' : '+'} operating hours, by the clocks of ${timeZone}`,
    ...days.map((day) => `    ${day}`),
    ...(holidays.length > 0 ? [`    closed on ${holidays.join(', ')}`] : []),
    ...Object.entries(message).map(([language, text]) => `    ${language}: ${JSON.stringify(text)}`),
  ];
}
