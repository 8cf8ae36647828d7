import { requestFeature } from '@discord-channel/case-management';
import { reportLimits } from '@discord-channel/contracts';
import { inTransaction } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder, userMention } from 'discord.js';
import { formIdPrefix } from '../discord/form-id';
import type { CommandCall } from '../inbound/read-dispatch';
import { answerCommand } from './answer-command';
import type { Command } from './command';
import { textField } from './form-fields';
import { linkCard } from './link-card';
import { commandLocalizations } from './localizations';
import { optionLocalizations } from './option-localizations';
import { quotePlayer } from './quote-player';
import { readText } from './read-text';
import { reportOriginOf } from './report-origin';

/** How much of an idea without a title is said back. In UTF-16 units. */
const shownLength = 100;

/** `/new_feature`: records the player's idea; asks for it with a form where it was not given with the command. */
export const newFeature: Command = {
  answeredTo: 'channel',
  definition: new SlashCommandBuilder()
    .setName('new_feature')
    .setNameLocalizations(commandLocalizations.new_feature.name)
    .setDescription('Share an idea for the game.')
    .setDescriptionLocalizations(commandLocalizations.new_feature.description)
    .addStringOption((option) =>
      option
        .setName('description')
        .setNameLocalizations(optionLocalizations.idea.name)
        .setDescription('Your idea')
        .setDescriptionLocalizations(optionLocalizations.idea.description)
        .setMaxLength(reportLimits.description),
    )
    .addStringOption((option) =>
      option
        .setName('title')
        .setNameLocalizations(optionLocalizations.title.name)
        .setDescription('In a few words')
        .setDescriptionLocalizations(optionLocalizations.title.description)
        .setMaxLength(reportLimits.title),
    )
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),

  form(call) {
    const { title, description } = readIdea(call);
    if (description !== undefined) return undefined;
    // The language of the player's Discord: a chosen one is in the database, which may be slow.
    const language = playerLanguage(call.player.locale);
    return {
      custom_id: `${formIdPrefix}new_feature`,
      title: playerText(language, 'form.idea'),
      components: [
        textField({
          name: 'title',
          label: playerText(language, 'form.title'),
          style: 'line',
          required: false,
          maxLength: reportLimits.title,
          value: title,
        }),
        textField({
          name: 'description',
          label: playerText(language, 'form.description'),
          style: 'paragraph',
          required: true,
          maxLength: reportLimits.description,
          value: undefined,
        }),
      ],
    };
  },

  async run(deps, call) {
    const origin = await reportOriginOf(deps.pool, deps.applicationId, call);
    const language = playerLanguage(origin.locale);
    const { title, description } = readIdea(call);
    if (description === undefined) {
      await answerCommand(deps, call, playerText(language, 'report.blank'));
      return;
    }
    const { number } = await inTransaction(deps.pool, (transaction) =>
      requestFeature(transaction, {
        origin,
        interactionId: call.interactionId,
        title: title ?? null,
        description,
      }),
    );
    const content = playerText(language, 'idea.recorded', {
      player: userMention(call.player.userId),
      number,
      title: quotePlayer(title ?? readText(call, 'description', shownLength) ?? ''),
    });
    await answerCommand(deps, call, content, {
      embeds: linkCard(language, 'latest-releases', deps.links.latestReleases),
      mention: call.player.userId,
      orDirectly: true,
    });
  },
};

function readIdea(call: CommandCall) {
  return {
    title: readText(call, 'title', reportLimits.title),
    description: readText(call, 'description', reportLimits.description),
  };
}
