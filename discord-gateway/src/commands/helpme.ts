import { inTransaction } from '@discord-channel/database';
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
import type { PlayerMessage } from '../inbound/player-message';
import type { CommandCall } from '../inbound/read-dispatch';
import { readDmChannel, rememberPlayers, saveGreeting } from '../store/dm-channels';
import { addToInbox, type NewInboxRow } from '../store/inbox';
import { answerCommand } from './answer-command';
import type { Command, CommandDependencies } from './command';
import { commandLocalizations } from './localizations';
import { optionLocalizations } from './option-localizations';
import { quotePlayer } from './quote-player';
import { readText } from './read-text';

/** Discord's limit is 6,000; with the greeting it has to fit into one message. */
const maxTopicLength = 1_000;

/**
 * `/helpme`: opens the DM, greets the player there, and makes the DM belong to the server it was asked in. A topic
 * becomes the player's first message.
 */
export const helpme: Command = {
  answeredTo: 'player',
  definition: new SlashCommandBuilder()
    .setName('helpme')
    .setNameLocalizations(commandLocalizations.helpme.name)
    .setDescription('Chat with us in private: with the virtual assistant, or with an agent.')
    .setDescriptionLocalizations(commandLocalizations.helpme.description)
    .addStringOption((option) =>
      option
        .setName('topic')
        .setNameLocalizations(optionLocalizations.topic.name)
        .setDescription('Your question, to start at once')
        .setDescriptionLocalizations(optionLocalizations.topic.description)
        .setMaxLength(maxTopicLength),
    )
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
  { pool, rest, applicationId, wake }: CommandDependencies,
  call: CommandCall,
  dmChannelId: string,
): Promise<PlayerLanguage> {
  const key = `greeting:${call.interactionId}`;
  await rememberPlayers(pool, applicationId, [{ dmChannelId, player: call.player }]);
  const { greetingKey, origin } = await readDmChannel(pool, dmChannelId);
  const language = playerLanguage(origin.locale);
  if (greetingKey === key) return language;
  const name = escapeMarkdown(call.player.displayName, { maskedLink: true });
  const topic = readText(call, 'topic', maxTopicLength);
  const text = playerText(language, 'greeting', { name });
  const content = topic === undefined ? text : `${text}\n> ${quotePlayer(topic)}`;
  const greetingId = await sendDirectMessage(rest, dmChannelId, { content }, messageNonce(key, 0));
  // The transcript gets the name as it is: an agent's desktop draws no Discord markdown.
  const plain = playerText(language, 'greeting', { name: call.player.displayName });
  await inTransaction(pool, async (db) => {
    await saveGreeting(db, dmChannelId, { key, text: plain, guildId: call.guildId });
    if (topic !== undefined) await addToInbox(db, [asMessage(greetingId, dmChannelId, topic)]);
  });
  wake(dmChannelId);
  return language;
}

/** In the DM the topic stands in the greeting, so that is the Discord message it goes by. */
function asMessage(greetingId: string, dmChannelId: string, topic: string): NewInboxRow {
  const message: PlayerMessage = { discordId: greetingId, body: topic };
  return { discordId: greetingId, lane: dmChannelId, kind: 'message', payload: message };
}

function isClosedToUs(error: unknown): boolean {
  return isDiscordRefusal(
    error,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
    RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  );
}
