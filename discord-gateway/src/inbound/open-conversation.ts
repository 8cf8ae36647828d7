import { type ConversationAttributes, playerIdentity } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { startConversation } from '@discord-channel/virtual-agent';
import { abandonOpening, beginOpening, finishOpening, type RelayConversation } from '../store/conversations';
import { type DmChannel, saveNamedAs } from '../store/dm-channels';
import type { ConversationsApi } from '../twilio/conversations-api';
import { isTwilioRefusal, twilioCode } from '../twilio/twilio-failure';
import { conversationName } from './conversation-name';

export interface OpenConversationDependencies {
  pool: Pool;
  conversations: ConversationsApi;
  studioFlowSid: string;
  /** Where the conversation's webhook posts to. */
  webhookUrl: string;
}

/** More names than this are never taken: each is the DM's own and a message's. */
const maxNames = 5;

/**
 * The SID of the conversation that takes the DM's messages: the current one as it was read with the DM, else a new one.
 *
 * A new one takes four requests (conversation, participant, two webhooks) and one for a player never seen. It can be
 * cut off anywhere and begun again: the name is unique, adding a participant twice is recognised, and webhooks are
 * looked for when it is not the first attempt.
 * @throws what the Twilio client throws.
 */
export async function ensureConversation(
  deps: OpenConversationDependencies,
  dm: DmChannel,
  startedBy: string,
): Promise<string> {
  const { latest } = dm;
  if (latest?.state === 'open' && latest.conversationSid) return latest.conversationSid;
  if (latest?.state === 'opening') {
    const opened = await open(deps, dm, latest.uniqueName);
    if (opened) return opened;
  }
  for (let attempt = 1; attempt <= maxNames; attempt += 1) {
    const uniqueName = conversationName(dm.origin.dmChannelId, startedBy, attempt);
    const opened = await open(deps, dm, uniqueName);
    if (opened) return opened;
  }
  throw new Error(`All names for a conversation started by ${startedBy} are taken`);
}

/** Opens the conversation with this name; undefined when that one is over already. */
async function open(
  deps: OpenConversationDependencies,
  dm: DmChannel,
  uniqueName: string,
): Promise<string | undefined> {
  const { pool, conversations } = deps;
  const opening = await beginOpening(pool, uniqueName, dm.origin.dmChannelId);
  if (opening.state === 'closed') return undefined;
  const created = await createOrFind(conversations, dm, uniqueName);
  if (created.isOver) {
    await abandonOpening(pool, uniqueName);
    return undefined;
  }
  await namePlayer(deps, dm);
  const conversationSid = created.sid;
  const participantSid = await conversations.addParticipant(conversationSid, playerIdentity(dm.origin.userId));
  await addWebhooks(deps, conversationSid, opening);
  await inTransaction(pool, async (db) => {
    await finishOpening(db, uniqueName, { conversationSid, participantSid });
    await startConversation(db, { conversationSid, participantSid, origin: dm.origin });
  });
  return conversationSid;
}

async function createOrFind(
  conversations: ConversationsApi,
  { origin }: DmChannel,
  uniqueName: string,
): Promise<{ sid: string; isOver: boolean }> {
  const attributes: ConversationAttributes = { channelType: 'discord', discord: origin };
  try {
    const sid = await conversations.createConversation({
      uniqueName,
      friendlyName: origin.displayName,
      attributes: JSON.stringify(attributes),
    });
    return { sid, isOver: false };
  } catch (error) {
    if (!isTwilioRefusal(error, twilioCode.uniqueNameExists)) throw error;
    const existing = await conversations.fetchConversation(uniqueName);
    return { sid: existing.sid, isOver: existing.state === 'closed' };
  }
}

/** Bubbles in Flex show the User's friendly name: set once for a new player, and when the display name changed. */
async function namePlayer({ pool, conversations }: OpenConversationDependencies, dm: DmChannel): Promise<void> {
  const { userId, displayName, dmChannelId } = dm.origin;
  if (dm.namedAs === displayName) return;
  await conversations.nameUser(playerIdentity(userId), displayName);
  await saveNamedAs(pool, dmChannelId, displayName);
}

async function addWebhooks(
  { conversations, studioFlowSid, webhookUrl }: OpenConversationDependencies,
  conversationSid: string,
  { openingAttempts }: RelayConversation,
): Promise<void> {
  // Twilio would take a second, equal webhook gladly and then tell everything twice.
  const present = openingAttempts > 1 ? await conversations.listWebhooks(conversationSid) : [];
  if (!present.some(({ flowSid }) => flowSid === studioFlowSid)) {
    await conversations.addStudioWebhook(conversationSid, studioFlowSid);
  }
  if (!present.some(({ url }) => url === webhookUrl)) await conversations.addRelayWebhook(conversationSid, webhookUrl);
}
