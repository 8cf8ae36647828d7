import type { CaseCard } from '@discord-channel/case-management';
import type { CaseStatus } from '@discord-channel/contracts';
import { type PlayerLanguage, playerText } from '@discord-channel/player-texts';
import { escapeMarkdown } from 'discord.js';
import type { APIEmbed } from 'discord-api-types/v10';
import { quotePlayer } from '../commands/quote-player';

/** Colour of the line beside the card. */
const colours: Readonly<Record<CaseStatus, number>> = { open: 0x5865f2, elevated: 0xf0b232, closed: 0x248046 };

/** How a case stands, as its player sees it. */
export function composeCard(language: PlayerLanguage, { number, subject, status, ownerName }: CaseCard): APIEmbed {
  const owner = ownerName === null ? playerText(language, 'case.nobody') : plainName(ownerName);
  return {
    title: playerText(language, 'case.title', { number }),
    color: colours[status],
    fields: [
      { name: playerText(language, 'case.subject'), value: quotePlayer(subject) },
      { name: playerText(language, 'case.status'), value: playerText(language, `case.status.${status}`), inline: true },
      { name: playerText(language, 'case.owner'), value: owner, inline: true },
    ],
  };
}

/** What is left of the card of a case that was deleted. */
export function composeDeletedCard(language: PlayerLanguage, number: number): APIEmbed {
  return {
    title: playerText(language, 'case.title', { number }),
    color: colours.closed,
    description: playerText(language, 'case.deleted'),
  };
}

/** Agents log in with an e-mail address: a player sees what stands before its @, with a capital. */
function plainName(name: string): string {
  const local = name.replace(/@.*$/s, '').trim() || name;
  return escapeMarkdown(local.charAt(0).toUpperCase() + local.slice(1), { maskedLink: true });
}
