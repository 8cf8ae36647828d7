import { type DiscordTaskAttributes, parseMessageAttributes, virtualAgentAuthor } from '@discord-channel/contracts';
// Only the type: the client takes 300 ms to load, so whoever needs it loads it.
import type { Twilio } from 'twilio';
import { type AgentTarget, ConversationGoneError, type ConversationMessage, type TwilioConversations } from '../ports';
import { repeatIfSafe, twilioStatus } from './repeat-if-safe';

export interface TwilioConversationsOptions {
  /** The Studio flow that hears of players' messages while the virtual agent answers. */
  studioFlowSid: string;
  workspaceSid: string;
  /** Where hand-offs are routed that the worker begins itself. */
  workflowSid: string;
}

const conversationClosed = 50_377;
const pageSize = 50;
/** A notice is looked for soon after it was tried: it is among the newest. */
const noticeSearchDepth = 50;
/** A task in wrap-up has no agent for the player any more. */
const liveTaskStates = new Set(['pending', 'reserved', 'assigned']);

/**
 * Twilio as the virtual agent uses it, through the official client. The client must have a time-out under ten seconds
 * and its own `autoRetry` off.
 */
export function createTwilioConversations(
  client: Pick<Twilio, 'conversations' | 'taskrouter' | 'flexApi'>,
  { studioFlowSid, workspaceSid, workflowSid }: TwilioConversationsOptions,
): TwilioConversations {
  const conversation = (sid: string) => client.conversations.v1.conversations(sid);

  const studioWebhooks = async (conversationSid: string) => {
    // Five is the most that a conversation can have.
    const webhooks = await reading(() => conversation(conversationSid).webhooks.list({ limit: 5 }));
    return webhooks.filter(({ target }) => target === 'studio');
  };

  const routingOf = async (attributes: DiscordTaskAttributes, { workerSid }: AgentTarget) => ({
    properties: {
      workspace_sid: workspaceSid,
      workflow_sid: workflowSid,
      task_channel_unique_name: 'chat',
      attributes,
      ...(workerSid !== null && { worker_sid: workerSid, queue_sid: await queueOf(workerSid) }),
    },
  });
  // For one worker Flex wants a queue named that the worker is in.
  // https://www.twilio.com/docs/flex/developer/conversations/interactions-api/invites-subresource
  const queueOf = async (workerSid: string): Promise<string> => {
    const [queue] = await reading(() =>
      client.taskrouter.v1.workspaces(workspaceSid).taskQueues.list({ workerSid, limit: 1 }),
    );
    if (!queue) throw new Error(`Worker ${workerSid} is in no task queue`);
    return queue.sid;
  };

  return {
    async listMessagesAfter(conversationSid, index) {
      const found: ConversationMessage[] = [];
      // Newest first, so that a long conversation costs one request and not one per page of its past.
      let page: MessagePage = await reading(() =>
        conversation(conversationSid).messages.page({ order: 'desc', pageSize }),
      );
      for (;;) {
        const newer = page.instances.filter((message) => message.index > index);
        found.push(...newer.map(toMessage));
        if (newer.length < page.instances.length || page.instances.length === 0) break;
        const current: MessagePage = page;
        const next = await reading(async () => current.nextPage());
        if (!next) break;
        page = next;
      }
      return found.reverse();
    },

    postMessage: (conversationSid, { body, attributes }) =>
      asking({ idempotent: false }, async () => {
        const posted = await conversation(conversationSid).messages.create({
          author: virtualAgentAuthor,
          body,
          attributes,
          // Without it no webhook hears of the message, and the player never sees it.
          xTwilioWebhookEnabled: 'true',
        });
        return { sid: posted.sid, index: posted.index };
      }),

    async findNotice(conversationSid, key) {
      const newest = await reading(() =>
        conversation(conversationSid).messages.list({ order: 'desc', pageSize, limit: noticeSearchDepth }),
      );
      const notice = newest.find(({ author, attributes }) => {
        const parsed = author === virtualAgentAuthor ? parseMessageAttributes(attributes) : undefined;
        return parsed?.origin === 'notice' && parsed.key === key;
      });
      return notice ? { kind: 'found', message: { sid: notice.sid, index: notice.index } } : { kind: 'not-found' };
    },

    async removeStudioWebhook(conversationSid) {
      for (const { sid } of await studioWebhooks(conversationSid)) {
        await ignoringMissing(() => reading(() => conversation(conversationSid).webhooks(sid).remove()));
      }
    },

    async restoreStudioWebhook(conversationSid) {
      if ((await studioWebhooks(conversationSid)).length > 0) return;
      await asking({ idempotent: false }, () =>
        conversation(conversationSid).webhooks.create({ target: 'studio', 'configuration.flowSid': studioFlowSid }),
      );
    },

    async isOpen(conversationSid) {
      try {
        const { state } = await reading(() => conversation(conversationSid).fetch());
        return state !== 'closed';
      } catch (error) {
        if (error instanceof ConversationGoneError) return false;
        throw error;
      }
    },

    async findTask(conversationSid, endedTaskSids) {
      const tasks = await reading(() =>
        client.taskrouter.v1
          .workspaces(workspaceSid)
          .tasks.list({ evaluateTaskAttributes: `conversationSid == "${conversationSid}"`, limit: pageSize }),
      );
      const task = tasks.find(
        ({ sid, assignmentStatus }) => liveTaskStates.has(assignmentStatus) && !endedTaskSids.includes(sid),
      );
      return task ? { kind: 'found', taskSid: task.sid } : { kind: 'not-found' };
    },

    createInteraction: (conversationSid, attributes, target = { workerSid: null }) =>
      asking({ idempotent: false }, async () => {
        await client.flexApi.v1.interaction.create({
          // Flex knows no Discord; a conversation that exists already joins as `web`.
          channel: {
            type: 'web',
            initiated_by: target.workerSid === null ? 'customer' : 'api',
            properties: { media_channel_sid: conversationSid },
          },
          routing: await routingOf(attributes, target),
        });
      }),

    inviteAgent: ({ interactionSid, channelSid }, attributes, target = { workerSid: null }) =>
      asking({ idempotent: false }, async () => {
        await client.flexApi.v1
          .interaction(interactionSid)
          .channels(channelSid)
          .invites.create({ routing: await routingOf(attributes, target) });
      }),

    endChat: ({ interactionSid, channelSid }) =>
      reading(async () => {
        await client.flexApi.v1
          .interaction(interactionSid)
          .channels(channelSid)
          .update({ status: 'closed', routing: { status: 'wrapup' } });
      }),
  };
}

interface MessageFields {
  sid: string;
  index: number;
  author: string;
  body: string | null;
  attributes: string;
  dateCreated: Date;
}

/** A page of messages as the client gives it. */
interface MessagePage {
  instances: MessageFields[];
  nextPage(): Promise<MessagePage> | undefined;
}

function toMessage({ sid, index, author, body, attributes, dateCreated }: MessageFields): ConversationMessage {
  return { sid, index, author, body: body ?? '', attributes, createdAt: dateCreated };
}

const reading = <Result>(request: () => Promise<Result>) => asking({ idempotent: true }, request);

async function asking<Result>(policy: { idempotent: boolean }, request: () => Promise<Result>): Promise<Result> {
  try {
    return await repeatIfSafe(request, policy);
  } catch (error) {
    const { status, code } = twilioStatus(error);
    if (code === conversationClosed || status === 404) {
      throw new ConversationGoneError('The conversation is closed or does not exist', { cause: error });
    }
    throw error;
  }
}

/** What somebody else removed a moment before is removed. */
async function ignoringMissing(request: () => Promise<unknown>): Promise<void> {
  try {
    await request();
  } catch (error) {
    if (!(error instanceof ConversationGoneError)) throw error;
  }
}
