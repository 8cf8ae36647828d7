import { type OutreachToDo, readOutreach, settleOutreach } from '@discord-channel/case-management';
import { type NoticeAttributes, parseMessageAttributes } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { beginOutreach, readConversation } from '@discord-channel/virtual-agent';
import type { REST } from '@discordjs/rest';
import { z } from 'zod';
import { sendDirectMessage } from '../discord/direct-messages';
import { discordFailure } from '../discord/discord-failure';
import { messageNonce } from '../discord/message-nonce';
import { whyUndeliverable } from '../outbound/why-undeliverable';
import { addToOutbox } from '../store/add-to-outbox';
import { latestConversation } from '../store/conversations';
import { readDmChannel } from '../store/dm-channels';
import { finishInboxRow } from '../store/inbox';
import type { ConversationMessage } from '../twilio/conversations-api';
import type { Attempt } from './attempted-rows';
import { ensureConversation } from './open-conversation';
import { OutcomePending, type PublishDependencies } from './publish-message';

/** What the inbox keeps of a message that an agent wrote first. */
export const outreachRow = z.object({ outreachId: z.uuid() });

export interface PublishOutreachDependencies extends PublishDependencies {
  rest: REST;
}

export interface OutreachToPublish {
  /** Of the inbox row. */
  position: number;
  dmChannelId: string;
  outreachId: string;
  attempt: Attempt;
}

const talking = 'An agent is talking with this player at the moment. Join that conversation, or wait until it is over.';
const waiting = 'This player is waiting for an agent at the moment: the task is in the queue.';
const lookBack = 50;

/**
 * Brings a message that an agent wrote first to the player, then into the DM's conversation, and hands that to the agent.
 * Discord comes first: a player who cannot be reached costs nobody a conversation. Every step can be repeated.
 * @throws OutcomePending, or what the Discord or Twilio client throws: the attempt is to be repeated.
 */
export async function publishOutreach(deps: PublishOutreachDependencies, row: OutreachToPublish): Promise<void> {
  const { pool, conversations } = deps;
  const { position, dmChannelId, outreachId, attempt } = row;
  const todo = await readOutreach(pool, outreachId);
  if (todo?.outreach.state !== 'sending' || todo.text === null) return finishInboxRow(pool, position);
  const failure = todo.discordMessageId === null ? await tell(deps, dmChannelId, todo, todo.text) : undefined;
  if (failure !== undefined) {
    return inTransaction(pool, async (db) => {
      await settleOutreach(db, outreachId, { kind: 'failed', failure });
      await finishInboxRow(db, position);
    });
  }
  if (attempt.kind === 'again' && attempt.settlesInMs > 0) throw new OutcomePending(attempt.settlesInMs);

  const dm = await readDmChannel(pool, dmChannelId);
  const conversationSid = await ensureConversation(deps, dm, `outreach-${outreachId}`);
  const there = attempt.kind === 'again' ? await conversations.latestMessages(conversationSid, lookBack) : [];
  const key = `outreach:${outreachId}`;
  const attributes: NoticeAttributes = { origin: 'notice', key, alreadyInDiscord: true };
  const message = { author: todo.agent.id, body: todo.text, attributes: JSON.stringify(attributes) };
  const posted =
    there.find((one) => isOutreach(one, todo.agent.id, key)) ??
    (await conversations.postMessage(conversationSid, { ...message, announced: false }));
  await inTransaction(pool, async (db) => {
    const { sid, index } = posted;
    await addToOutbox(db, [{ ...message, conversationSid, sid, index, mediaCount: 0, state: 'own' }]);
    await settleOutreach(db, outreachId, { kind: 'sent', conversationSid });
    // Should somebody have taken the conversation meanwhile, the message is in it, for them to see.
    const { case: about, workerSid } = todo;
    await beginOutreach(db, { conversationSid, case: about, workerSid, messageIndex: index });
    await finishInboxRow(db, position, { conversationSid, messageSid: sid });
  });
}

/** @returns why the player cannot be told, for the agent; undefined once Discord has it */
async function tell(
  { pool, rest }: PublishOutreachDependencies,
  dmChannelId: string,
  { outreach }: OutreachToDo,
  content: string,
): Promise<string | undefined> {
  const busy = await whoHasIt(pool, dmChannelId);
  if (busy !== undefined) return busy;
  try {
    const nonce = messageNonce(`outreach:${outreach.id}`, 0);
    const discordMessageId = await sendDirectMessage(rest, dmChannelId, { content }, nonce);
    await settleOutreach(pool, outreach.id, { kind: 'in-discord', discordMessageId });
    return undefined;
  } catch (error) {
    const failure = discordFailure(error);
    if (failure?.kind !== 'refused') throw error;
    return whyUndeliverable(failure.code);
  }
}

async function whoHasIt(pool: Pool, dmChannelId: string): Promise<string | undefined> {
  const latest = await latestConversation(pool, dmChannelId);
  if (latest?.state !== 'open' || !latest.conversationSid) return undefined;
  const mode = (await readConversation(pool, latest.conversationSid))?.mode;
  if (mode === 'agent') return talking;
  return mode === 'handing-off' ? waiting : undefined;
}

/** Everybody can write attributes: they count together with the author only. */
function isOutreach({ author, attributes }: ConversationMessage, agentId: string, key: string): boolean {
  const parsed = parseMessageAttributes(attributes);
  return author === agentId && parsed?.origin === 'notice' && parsed.key === key;
}
