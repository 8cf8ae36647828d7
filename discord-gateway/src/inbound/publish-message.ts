import { parseMessageAttributes, playerIdentity } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { latestConversation } from '../store/conversations';
import { clearPendingGreeting, type DmChannel } from '../store/dm-channels';
import { finishInboxRow } from '../store/inbox';
import type { ConversationMessage, NewMessage } from '../twilio/conversations-api';
import { isTwilioRefusal, twilioCode, twilioFailure } from '../twilio/twilio-failure';
import type { Attempt } from './attempted-rows';
import type { InboxBatches } from './inbox-batches';
import { type LearnLanguageDependencies, learnLanguage } from './learn-language';
import { ensureConversation, type OpenConversationDependencies } from './open-conversation';
import { attributesOf, type PlayerMessage } from './player-message';
import { type NoticeToPublish, publishNotice, type TranscriptNotice } from './publish-notice';

export interface PublishDependencies extends OpenConversationDependencies, LearnLanguageDependencies {
  batches: InboxBatches;
}

export interface MessageToPublish {
  /** Of the inbox row. */
  position: number;
  /** As it was read with the row, or after it. */
  dm: DmChannel;
  /** A file has its SID instead of a body. */
  message: PlayerMessage & { part?: number; mediaSid?: string };
  /** When an earlier attempt may have posted it, it is looked for before it is posted. */
  attempt: Attempt;
}

/** An earlier attempt may still be under way, and what it was to post is not there yet: to be looked for again. */
export class OutcomePending extends Error {
  override readonly name = 'OutcomePending';
  constructor(readonly settlesInMs: number) {
    super('An earlier request may still be under way');
  }
}

/** Where a message is. */
export interface PublishedMessage {
  at: { conversationSid: string; messageSid: string; index: number };
  /** Whether more waits in the same lane. */
  moreWaits: boolean;
}

/** Twilio will never take this message: it is not the connection, the conversation or the account, but the message. */
export class UnpublishableMessage extends Error {
  override readonly name = 'UnpublishableMessage';
  constructor(
    readonly code: string,
    options: { cause: unknown },
  ) {
    super(`Twilio refuses the message: ${code}`, options);
  }
}

/** How far back an earlier attempt is looked for. One of ours is in flight per DM, so few messages can follow it. */
const lookBack = 50;

/**
 * Posts a player's message into the DM's conversation, once, and records where it is. In the same transaction it
 * asks for the look whether anybody answered, unless an agent's answer is awaited already.
 * @throws UnpublishableMessage, OutcomePending, or what the Twilio client throws: the attempt is to be repeated.
 */
export async function publishMessage(
  deps: PublishDependencies,
  toPublish: MessageToPublish,
): Promise<PublishedMessage> {
  const { message, attempt } = toPublish;
  const dm = await learnLanguage(deps, toPublish.dm, message);
  const player = playerIdentity(dm.origin.userId);
  const there = attempt.kind === 'again' ? await latestMessages(deps, dm.dmChannelId) : undefined;
  const earlier = there?.messages.find((one) => isMessage(one, player, message));
  if (there && earlier) return record(deps, toPublish, there.conversationSid, earlier, player);
  if (attempt.kind === 'again' && attempt.settlesInMs > 0) throw new OutcomePending(attempt.settlesInMs);

  const conversationSid = await ensureConversation(deps, dm, message.discordId);
  await publishGreeting(deps, dm, conversationSid, there?.messages ?? []);
  const posted = await post(deps, conversationSid, {
    author: player,
    ...(message.mediaSid === undefined ? { body: message.body } : { mediaSid: message.mediaSid }),
    attributes: JSON.stringify(attributesOf(message)),
    announced: true,
  });
  return record(deps, toPublish, conversationSid, posted, player);
}

/**
 * Puts a line into the DM's transcript, once, behind a greeting that waits.
 * @throws OutcomePending, or what the Twilio client throws: the attempt is to be repeated.
 */
export async function publishTranscriptNotice(
  deps: PublishDependencies,
  { position, dm, attempt }: Omit<MessageToPublish, 'message'>,
  notice: TranscriptNotice,
): Promise<void> {
  if (attempt.kind === 'again' && attempt.settlesInMs > 0) throw new OutcomePending(attempt.settlesInMs);
  const there = attempt.kind === 'again' ? ((await latestMessages(deps, dm.dmChannelId))?.messages ?? []) : [];
  const conversationSid = await ensureConversation(deps, dm, notice.startedBy);
  await publishGreeting(deps, dm, conversationSid, there);
  const onRecord: NoticeToPublish['onRecord'] = (db, message) => finishInboxRow(db, position, message);
  await publishNotice(deps, { ...notice, conversationSid, there, onRecord });
}

async function latestMessages({ pool, conversations }: PublishDependencies, dmChannelId: string) {
  const conversation = await latestConversation(pool, dmChannelId);
  if (!conversation?.conversationSid) return undefined;
  const { conversationSid } = conversation;
  try {
    return { conversationSid, messages: await conversations.latestMessages(conversationSid, lookBack) };
  } catch (error) {
    if (isTwilioRefusal(error, twilioCode.notFound)) return undefined;
    throw error;
  }
}

/** Everybody can write attributes: they count together with the author only. */
function isMessage(
  { author, attributes }: ConversationMessage,
  player: string,
  { discordId, part = 0 }: MessageToPublish['message'],
): boolean {
  const parsed = parseMessageAttributes(attributes);
  if (author !== player || parsed?.origin !== 'player') return false;
  return parsed.discord.messageId === discordId && (parsed.discord.part ?? 0) === part;
}

/** The greeting that the player has read already becomes part of the transcript, without waking anybody. */
async function publishGreeting(
  deps: PublishDependencies,
  dm: DmChannel,
  conversationSid: string,
  there: readonly ConversationMessage[],
): Promise<void> {
  if (!dm.pendingGreeting) return;
  const { key } = dm.pendingGreeting;
  const onRecord = (db: Queryable) => clearPendingGreeting(db, dm.origin.dmChannelId, key);
  await publishNotice(deps, { ...dm.pendingGreeting, conversationSid, there, onRecord });
}

async function post({ conversations }: PublishDependencies, conversationSid: string, message: NewMessage) {
  try {
    return await conversations.postMessage(conversationSid, message);
  } catch (error) {
    const failure = twilioFailure(error);
    const isAboutMessage =
      failure?.kind === 'refused' &&
      (failure.status === 400 || failure.status === 413) &&
      failure.code !== twilioCode.conversationClosed;
    throw isAboutMessage ? new UnpublishableMessage(`twilio-${failure.code}`, { cause: error }) : error;
  }
}

async function record(
  { batches }: PublishDependencies,
  { position, message }: MessageToPublish,
  conversationSid: string,
  { sid, index }: { sid: string; index: number },
  author: string,
): Promise<PublishedMessage> {
  const at = { conversationSid, messageSid: sid, index };
  const { moreWaits } = await batches.record({ ...at, position, discordId: message.discordId, author });
  return { at, moreWaits };
}
