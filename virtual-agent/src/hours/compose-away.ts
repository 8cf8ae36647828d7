import type { OperatingHours } from '@discord-channel/contracts';
import { type PlayerLanguage, playerText } from '@discord-channel/player-texts';

/** Words for the player, and the same for the transcript, where Discord's markup would stay markup. */
export interface AwayWords {
  text: string;
  body: string;
}

/**
 * Says that no agent is there, when they are back, and under which number the case waits.
 * Discord shows `<t:...>` in the player's own time and language: https://discord.com/developers/docs/reference#message-formatting
 */
export function composeAway(
  { timeZone, message }: OperatingHours,
  backAt: Date | null,
  caseNumber: number,
  language: PlayerLanguage,
): AwayWords {
  const waits = playerText(language, 'hours.case', { number: caseNumber });
  if (backAt === null) {
    const text = `${playerText(language, 'hours.away')}\n${waits}`;
    return { text, body: text };
  }
  const fill = (when: string, relative: string) => {
    const own = message[language]?.replaceAll('{when}', when).replaceAll('{relative}', relative);
    return `${own ?? playerText(language, 'hours.away-until', { when, relative })}\n${waits}`;
  };
  const seconds = Math.floor(backAt.getTime() / 1_000);
  const local = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(backAt);
  return { text: fill(`<t:${seconds}:F>`, `<t:${seconds}:R>`), body: fill(local, timeZone) };
}
