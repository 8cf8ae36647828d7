import { listPlayerCases, type PlayerCase } from '@discord-channel/case-management';
import { type PlayerLanguage, playerLanguage, playerText } from '@discord-channel/player-texts';
import {
  ApplicationIntegrationType,
  InteractionContextType,
  SlashCommandBuilder,
  TimestampStyles,
  time,
} from 'discord.js';
import type { APIEmbed } from 'discord-api-types/v10';
import { readChosenLanguage } from '../store/dm-channels';
import { answerCommand } from './answer-command';
import type { Command } from './command';
import { commandLocalizations } from './localizations';
import { quotePlayer } from './quote-player';

/** How many cases are listed: the newest. */
const listed = 10;
/** Of a subject, so that all lines fit into the 4,096 characters of an embed. */
const maxSubject = 120;

/** `/mycases`: the player's cases, which nobody else sees, wherever it is given. */
export const myCases: Command = {
  answeredTo: 'player',
  definition: new SlashCommandBuilder()
    .setName('mycases')
    .setNameLocalizations(commandLocalizations.mycases.name)
    .setDescription('See your cases and how they stand.')
    .setDescriptionLocalizations(commandLocalizations.mycases.description)
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),

  async run(deps, call) {
    const { applicationId, pool } = deps;
    const { userId, locale } = call.player;
    const language = playerLanguage((await readChosenLanguage(pool, applicationId, userId)) ?? locale);
    const { cases, total } = await listPlayerCases(pool, { applicationId, userId, limit: listed });
    if (total === 0) return answerCommand(deps, call, playerText(language, 'mycases.none'));
    const more = total > cases.length ? [playerText(language, 'mycases.more', { count: total - cases.length })] : [];
    const embed: APIEmbed = {
      title: playerText(language, 'mycases.heading'),
      description: [...cases.map((one) => line(language, one)), ...more].join('\n\n'),
    };
    await answerCommand(deps, call, '', { embeds: [embed] });
  },
};

/** Discord draws a time in the player's own zone and language. */
function line(language: PlayerLanguage, { number, subject, status, createdAt, updatedAt }: PlayerCase): string {
  const cut = [...subject].length > maxSubject ? `${[...subject].slice(0, maxSubject - 1).join('')}…` : subject;
  return playerText(language, 'mycases.line', {
    number,
    status: playerText(language, `case.status.${status}`),
    subject: quotePlayer(cut),
    opened: time(createdAt, TimestampStyles.ShortDate),
    updated: time(updatedAt, TimestampStyles.ShortDate),
  });
}
