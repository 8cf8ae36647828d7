import { type PlayerLanguage, playerLanguage, playerText } from '@discord-channel/player-texts';
import {
  ApplicationIntegrationType,
  channelMention,
  escapeMarkdown,
  InteractionContextType,
  SlashCommandBuilder,
} from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { openDirectMessage, sendDirectMessage } from '../discord/direct-messages';
import { isDiscordRefusal } from '../discord/discord-failure';
import { messageNonce } from '../discord/message-nonce';
import type { CommandCall } from '../inbound/read-dispatch';
import { readDmChannel, rememberPlayers, saveGreeting } from '../store/dm-channels';
import { answerCommand } from './answer-command';
import type { Command, CommandDependencies } from './command';
import { commandLocalizations } from './localizations';

/** `/helpme`: opens the DM, greets the player there, and makes the DM belong to the server it was asked in. */
export const helpme: Command = {
  definition: new SlashCommandBuilder()
    .setName('helpme')
    .setNameLocalizations(commandLocalizations.helpme.name)
    .setDescription('Chat with us in private: with the virtual assistant, or with an agent.')
    .setDescriptionLocalizations(commandLocalizations.helpme.description)
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),

  async run(deps, call) {
    let language = playerLanguage(call.player.locale);
    try {
      const dmChannelId = await openDirectMessage(deps.rest, call.player.userId);
      language = await greet(deps, call, dmChannelId);
      await answerCommand(deps, call, playerText(language, 'helpme.opened', { channel: channelMention(dmChannelId) }));
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      await answerCommand(deps, call, playerText(language, 'helpme.dm-closed'));
    }
  },
};

/** Greets once per call, in the language that is remembered of the player; returns that. */
async function greet(
  { pool, rest, applicationId }: CommandDependencies,
  call: CommandCall,
  dmChannelId: string,
): Promise<PlayerLanguage> {
  const key = `greeting:${call.interactionId}`;
  await rememberPlayers(pool, applicationId, [{ dmChannelId, player: call.player }]);
  const { greetingKey, origin } = await readDmChannel(pool, dmChannelId);
  const language = playerLanguage(origin.locale);
  if (greetingKey === key) return language;
  const name = escapeMarkdown(call.player.displayName, { maskedLink: true });
  const text = playerText(language, 'greeting', { name });
  await sendDirectMessage(rest, dmChannelId, { content: text }, messageNonce(key, 0));
  // The transcript gets the name as it is: an agent's desktop draws no Discord markdown.
  const plain = playerText(language, 'greeting', { name: call.player.displayName });
  await saveGreeting(pool, dmChannelId, { key, text: plain, guildId: call.guildId });
  return language;
}

function isClosedToUs(error: unknown): boolean {
  return isDiscordRefusal(
    error,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
    RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  );
}
