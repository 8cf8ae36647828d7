import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { quotePlayer } from '../commands/quote-player';
import { maxFileBytes, type WhyLeftOut } from './bring-file';
import { fileKind } from './file-kind';
import type { PlayerFile } from './player-file';

type NamedFile = Pick<PlayerFile, 'name' | 'contentType'>;

const limit = `${maxFileBytes / 1_000_000} MB`;

const reasons: Readonly<Record<WhyLeftOut, string>> = {
  'too-big': `it is larger than ${limit}`,
  refused: 'Twilio does not take it',
  gone: 'it is not in Discord any more',
  unavailable: 'it could not be fetched',
};

/** How the agent reads in the transcript that a file is not there: in brackets, as everything that is not the player's own words. */
export function nameLeftOut({ name, contentType }: NamedFile, why: WhyLeftOut): string {
  return `[${fileKind(contentType)}: ${name} — not here, ${reasons[why]}. The player was told.]`;
}

/** The same for the player, in their language. */
export function tellLeftOut({ name }: NamedFile, why: WhyLeftOut, locale: string | null): string {
  const language = playerLanguage(locale);
  const quoted = quotePlayer(name);
  if (why === 'too-big') return playerText(language, 'file.too-big', { name: quoted, limit });
  return playerText(language, why === 'refused' ? 'file.refused' : 'file.lost', { name: quoted });
}
