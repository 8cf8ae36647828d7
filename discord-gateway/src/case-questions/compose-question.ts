import { encodeCaseAnswer, type JobPayload } from '@discord-channel/contracts';
import { type PlayerLanguage, playerText } from '@discord-channel/player-texts';
import { escapeMarkdown } from 'discord.js';
import { quotePlayer } from '../commands/quote-player';

type Asked = Pick<JobPayload<'tell-player'>, 'text' | 'buttons'>;

/** Whether a case is solved that nothing was heard of. */
export function composeReminder(
  language: PlayerLanguage,
  { questionId, number, subject, name }: { questionId: string; number: number; subject: string; name: string },
): Asked {
  return {
    text: playerText(language, 'reminder.ask', {
      name: escapeMarkdown(name, { maskedLink: true }),
      number,
      subject: quotePlayer(subject),
    }),
    buttons: [
      {
        id: encodeCaseAnswer({ kind: 'close', questionId }),
        label: playerText(language, 'reminder.close'),
        style: 'primary',
      },
      {
        id: encodeCaseAnswer({ kind: 'elevate', questionId }),
        label: playerText(language, 'reminder.elevate'),
        style: 'secondary',
      },
    ],
  };
}

/** How the player liked it; with the score that was given already, which can be changed. */
export function composeRating(
  language: PlayerLanguage,
  { questionId, number, given }: { questionId: string; number: number; given?: number },
): Asked {
  return {
    text:
      given === undefined
        ? playerText(language, 'rating.ask', { number })
        : playerText(language, 'rating.thanks', { number, score: given }),
    buttons: [1, 2, 3, 4, 5].map((score) => ({
      id: encodeCaseAnswer({ kind: 'rate', questionId, score }),
      label: String(score),
      style: score === given ? ('primary' as const) : ('secondary' as const),
    })),
  };
}
