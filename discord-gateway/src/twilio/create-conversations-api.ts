import type { Twilio } from 'twilio';
import type { ConversationMessage, ConversationsApi } from './conversations-api';
import { messageFiles } from './message-files';
import { isTwilioConflict, isTwilioRefusal, twilioCode } from './twilio-failure';

/**
 * A conversation that nobody touches closes after this time (ISO 8601), so that none stays open for ever. Long
 * enough for an agent who answers after a weekend; Flex closes its own conversations at the end of a chat.
 */
const closesAfter = 'P4D';

/** Events of a conversation that the relay wants to hear of. */
const relayFilters = ['onMessageAdded', 'onMessageUpdated', 'onMessageRemoved', 'onConversationStateUpdated'];

const pageSize = 50;

/** The relay's view of Conversations, spoken by the official client. */
export function createConversationsApi(client: Twilio): ConversationsApi {
  const { conversations, users } = client.conversations.v1;
  return {
    async createConversation({ uniqueName, friendlyName, attributes }) {
      const created = await conversations.create({
        uniqueName,
        friendlyName,
        attributes,
        state: 'active',
        // The helper library drops nested `timers` silently.
        'timers.closed': closesAfter,
      });
      return created.sid;
    },
    async fetchConversation(sidOrUniqueName) {
      const { sid, state } = await conversations(sidOrUniqueName).fetch();
      return { sid, state };
    },
    async nameUser(identity, friendlyName) {
      try {
        await users.create({ identity, friendlyName });
      } catch (error) {
        if (!isTwilioConflict(error)) throw error;
        await users(identity).update({ friendlyName });
      }
    },
    async addParticipant(conversationSid, identity) {
      const { participants } = conversations(conversationSid);
      try {
        return (await participants.create({ identity })).sid;
      } catch (error) {
        if (!isTwilioConflict(error)) throw error;
        const present = (await participants.list({ limit: 100 })).find((one) => one.identity === identity);
        if (!present) throw error;
        return present.sid;
      }
    },
    async moveReadHorizon(conversationSid, participantSid, index) {
      await conversations(conversationSid).participants(participantSid).update({ lastReadMessageIndex: index });
    },
    async listWebhooks(conversationSid) {
      const webhooks = await conversations(conversationSid).webhooks.list({ limit: 20 });
      return webhooks.map(({ sid, target, configuration }) => ({
        sid,
        target,
        url: configuration?.url,
        flowSid: configuration?.flow_sid,
      }));
    },
    async addStudioWebhook(conversationSid, flowSid) {
      await conversations(conversationSid).webhooks.create({ target: 'studio', 'configuration.flowSid': flowSid });
    },
    async addRelayWebhook(conversationSid, url) {
      await conversations(conversationSid).webhooks.create({
        target: 'webhook',
        'configuration.url': url,
        'configuration.method': 'post',
        'configuration.filters': relayFilters,
      });
    },
    async postMessage(conversationSid, { author, attributes, announced, ...content }) {
      const { sid, index } = await conversations(conversationSid).messages.create({
        author,
        ...content,
        attributes,
        ...(announced && { xTwilioWebhookEnabled: 'true' }),
      });
      return { sid, index };
    },
    async fetchMessage(conversationSid, messageSid) {
      return toConversationMessage(await conversations(conversationSid).messages(messageSid).fetch());
    },
    async filesOf(conversationSid, messageSid) {
      try {
        return messageFiles((await conversations(conversationSid).messages(messageSid).fetch()).media);
      } catch (error) {
        if (!isTwilioRefusal(error, twilioCode.notFound)) throw error;
        return [];
      }
    },
    async updateMessage(conversationSid, { sid, attributes }, { body, attributes: added }) {
      const merged = JSON.stringify({ ...parseObject(attributes), ...added });
      await conversations(conversationSid).messages(sid).update({ body, attributes: merged });
    },
    async removeMessage(conversationSid, messageSid) {
      try {
        await conversations(conversationSid).messages(messageSid).remove();
      } catch (error) {
        if (!isTwilioRefusal(error, twilioCode.notFound)) throw error;
      }
    },
    async latestMessages(conversationSid, limit) {
      const messages = await conversations(conversationSid).messages.list({ order: 'desc', limit, pageSize: limit });
      return messages.map(toConversationMessage);
    },
    async messagesFrom(conversationSid, index) {
      const found: ConversationMessage[] = [];
      // Newest first, so that the cost follows what is missing and not the length of the conversation.
      const first = await conversations(conversationSid).messages.page({ order: 'desc', pageSize });
      for (
        let page: Pick<typeof first, 'instances' | 'nextPage'> | undefined = first;
        page;
        page = await page.nextPage()
      ) {
        const messages = page.instances.map(toConversationMessage);
        found.push(...messages.filter((message) => message.index >= index));
        if (messages.some((message) => message.index <= index)) break;
      }
      return found.reverse();
    },
    async mergeMessageAttributes(conversationSid, messageSid, added) {
      const message = conversations(conversationSid).messages(messageSid);
      const { attributes } = await message.fetch();
      await message.update({ attributes: merged(attributes, added) });
    },
  };
}

interface MessageFields {
  sid: string;
  index: number;
  author: string;
  body: string | null;
  attributes: string;
  media: readonly unknown[] | null;
  dateUpdated: Date;
}

function toConversationMessage({ media, dateUpdated, ...message }: MessageFields): ConversationMessage {
  const { sid, index, author, body, attributes } = message;
  const mediaCount = media?.length ?? 0;
  return { sid, index, author, body, attributes, mediaCount, dateUpdated: dateUpdated.toISOString() };
}

function merged(attributes: string, added: Record<string, unknown>): string {
  try {
    return JSON.stringify({ ...parseObject(attributes), ...added });
  } catch {
    // Nested so deeply that it cannot be written again: nobody's data, but it must not keep the agent from being told.
    return JSON.stringify(added);
  }
}

function parseObject(json: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
  } catch {
    return {};
  }
}
