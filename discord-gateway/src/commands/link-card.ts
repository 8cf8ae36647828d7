import { type PlayerLanguage, playerText } from '@discord-channel/player-texts';
import type { APIEmbed } from 'discord-api-types/v10';

/** Colour of the line beside the card. */
const colour = 0x5865f2;

/** The card under an answer, a page of the company's; none where the company has set no address for it. */
export function linkCard(
  language: PlayerLanguage,
  page: 'known-issues' | 'latest-releases',
  url: string | undefined,
): APIEmbed[] {
  if (url === undefined) return [];
  return [
    {
      title: playerText(language, `card.${page}.title`),
      description: playerText(language, `card.${page}.text`),
      url,
      color: colour,
    },
  ];
}
