import { inTransaction } from '@discord-channel/database';
import { type PlayerLanguage, playerLanguages, playerText } from '@discord-channel/player-texts';
import { changeLanguage } from '@discord-channel/virtual-agent';
import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { openDirectMessage } from '../discord/direct-messages';
import { rememberPlayers, saveChosenLanguage } from '../store/dm-channels';
import { answerCommand } from './answer-command';
import type { Command } from './command';
import { commandLocalizations } from './localizations';

/** Each language by its own name: whoever looks for it can read it. */
const ownNames: Readonly<Record<PlayerLanguage, string>> = {
  en: 'English',
  fr: 'Français',
  pl: 'Polski',
  ja: '日本語',
  'zh-CN': '简体中文',
  ar: 'العربية',
};

const optionName = 'language';

/** `/language`: what the player is written to in, from now on and in the conversation that is open. */
export const language: Command = {
  answeredTo: 'player',
  definition: new SlashCommandBuilder()
    .setName('language')
    .setNameLocalizations(commandLocalizations.language.name)
    .setDescription('Choose the language that I write to you in.')
    .setDescriptionLocalizations(commandLocalizations.language.description)
    .addStringOption((option) =>
      option
        .setName(optionName)
        .setDescription('The language')
        .setRequired(true)
        .addChoices(...playerLanguages.map((value) => ({ name: ownNames[value], value }))),
    )
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),

  async run(deps, call) {
    const chosen = playerLanguages.find((known) => known === call.options[optionName]);
    if (!chosen) throw new Error('/language was called without one of its choices');
    const dmChannelId = await openDirectMessage(deps.rest, call.player.userId);
    await inTransaction(deps.pool, async (client) => {
      await rememberPlayers(client, deps.applicationId, [{ dmChannelId, player: call.player }]);
      await saveChosenLanguage(client, dmChannelId, chosen);
      await changeLanguage(client, { dmChannelId, locale: chosen });
    });
    await answerCommand(deps, call, playerText(chosen, 'language.changed'));
  },
};
