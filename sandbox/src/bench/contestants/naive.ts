import { Client, Events, GatewayIntentBits, Partials, Routes } from 'discord.js';
import twilio from 'twilio';
import { readContestantEnvironment } from './contestant';
import { receiveForms } from './receive-forms';

/**
 * The design that samples and articles about custom channels publish, with the official clients as they come: a
 * player's message costs three requests (which conversation is the player's, is it open, add the message), an agent's
 * two (whose DM is this conversation, send). Nothing is stored, so nothing survives a restart; nothing is repeated,
 * checked or kept in order.
 */
const { address, port, accountSid, twilioAuthToken, discordBotToken } = readContestantEnvironment();
const { conversations, participantConversations } = twilio(accountSid, twilioAuthToken).conversations.v1;
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  // The client's own brake at Discord's 50 requests a second is off, as the emulated limits are.
  rest: { api: `${address}/discord/api`, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
});
const report = (error: Error) => process.stderr.write(`${error.message}\n`);

async function toTwilio(userId: string, content: string): Promise<void> {
  const identity = `discord_${userId}`;
  const [found] = await participantConversations.list({ identity, limit: 1 });
  if (!found) throw new Error(`${identity} has no conversation`);
  const conversation = await conversations(found.conversationSid).fetch();
  if (conversation.state === 'closed') throw new Error(`${conversation.sid} is closed`);
  await conversations(conversation.sid).messages.create({
    author: identity,
    body: content,
    xTwilioWebhookEnabled: 'true',
  });
}

async function toDiscord(conversationSid: string, content: string): Promise<void> {
  const { attributes } = await conversations(conversationSid).fetch();
  const { dmChannelId } = JSON.parse(attributes) as { dmChannelId: string };
  await client.rest.post(Routes.channelMessages(dmChannelId), { body: { content } });
}

client.on(Events.MessageCreate, ({ author, content }) => {
  if (!author.bot) toTwilio(author.id, content).catch(report);
});
client.on(Events.Error, report);
receiveForms(port, ({ EventType, ConversationSid, Author, Body }) => {
  if (EventType !== 'onMessageAdded' || !ConversationSid || !Author || Author.startsWith('discord_')) return;
  toDiscord(ConversationSid, Body ?? '').catch(report);
});
client.login(discordBotToken).catch(report);
