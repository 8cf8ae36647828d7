import { reportBug } from '@discord-channel/case-management';
import { gamePlatform, reportLimits } from '@discord-channel/contracts';
import { inTransaction } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import {
  ApplicationIntegrationType,
  InteractionContextType,
  SlashCommandBuilder,
  type SlashCommandStringOption,
  userMention,
} from 'discord.js';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { formIdPrefix } from '../discord/form-id';
import type { CommandCall } from '../inbound/read-dispatch';
import { answerCommand } from './answer-command';
import type { Command } from './command';
import { choiceField, textField } from './form-fields';
import { linkCard } from './link-card';
import { commandLocalizations } from './localizations';
import { optionLocalizations } from './option-localizations';
import { platformChoices, platformNames } from './platforms';
import { quotePlayer } from './quote-player';
import { readText } from './read-text';
import { reportOriginOf } from './report-origin';

/** `/bug`: opens a case for what the player found; asks with a form for what was not given with the command. */
export const bug: Command = {
  answeredTo: 'channel',
  definition: new SlashCommandBuilder()
    .setName('bug')
    .setNameLocalizations(commandLocalizations.bug.name)
    .setDescription('Report a bug to the team.')
    .setDescriptionLocalizations(commandLocalizations.bug.description)
    .addStringOption((option) =>
      named(option, 'title').setName('title').setDescription('In a few words').setMaxLength(reportLimits.title),
    )
    .addStringOption((option) =>
      named(option, 'happened')
        .setName('description')
        .setDescription('What happened?')
        .setMaxLength(reportLimits.description),
    )
    .addStringOption((option) =>
      named(option, 'steps')
        .setName('steps')
        .setDescription('How can we make it happen again?')
        .setMaxLength(reportLimits.steps),
    )
    .addStringOption((option) =>
      named(option, 'platform')
        .setName('platform')
        .setDescription('Where do you play?')
        .addChoices(...platformChoices),
    )
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),

  form(call) {
    const { title, description } = readReport(call);
    return title !== undefined && description !== undefined ? undefined : toForm(call);
  },

  async run(deps, call) {
    const origin = await reportOriginOf(deps.pool, deps.applicationId, call);
    const language = playerLanguage(origin.locale);
    const { title, description, steps, platform } = readReport(call);
    if (title === undefined || description === undefined) {
      await answerCommand(deps, call, playerText(language, 'report.blank'));
      return;
    }
    const { caseNumber } = await inTransaction(deps.pool, (transaction) =>
      reportBug(transaction, {
        origin,
        interactionId: call.interactionId,
        title,
        report: { description, steps: steps ?? null, platform: platform ?? null },
      }),
    );
    const player = userMention(call.player.userId);
    const content = playerText(language, 'bug.opened', { player, number: caseNumber, title: quotePlayer(title) });
    await answerCommand(deps, call, content, {
      embeds: linkCard(language, 'known-issues', deps.links.knownIssues),
      mention: call.player.userId,
      orDirectly: true,
    });
  },
};

function named(option: SlashCommandStringOption, texts: keyof typeof optionLocalizations): SlashCommandStringOption {
  const { name, description } = optionLocalizations[texts];
  return option.setNameLocalizations(name).setDescriptionLocalizations(description);
}

function readReport(call: CommandCall) {
  return {
    title: readText(call, 'title', reportLimits.title),
    description: readText(call, 'description', reportLimits.description),
    steps: readText(call, 'steps', reportLimits.steps),
    platform: gamePlatform.safeParse(call.options.platform).data,
  };
}

/** In the language of the player's Discord: another one that the player chose is in the database, which may be slow. */
function toForm(call: CommandCall): APIModalInteractionResponseCallbackData {
  const language = playerLanguage(call.player.locale);
  const { title, description, steps, platform } = readReport(call);
  return {
    custom_id: `${formIdPrefix}bug`,
    title: playerText(language, 'form.bug'),
    components: [
      textField({
        name: 'title',
        label: playerText(language, 'form.title'),
        style: 'line',
        required: true,
        maxLength: reportLimits.title,
        value: title,
      }),
      textField({
        name: 'description',
        label: playerText(language, 'form.happened'),
        style: 'paragraph',
        required: true,
        maxLength: reportLimits.description,
        value: description,
      }),
      textField({
        name: 'steps',
        label: playerText(language, 'form.steps'),
        style: 'paragraph',
        required: false,
        maxLength: reportLimits.steps,
        value: steps,
      }),
      choiceField({
        name: 'platform',
        label: playerText(language, 'form.platform'),
        placeholder: playerText(language, 'form.choose'),
        choices: platformNames(language),
        value: platform,
      }),
    ],
  };
}
