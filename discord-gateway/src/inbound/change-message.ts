import type { MessageChange } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import { finishInboxRow, forgetParked, whereFilesAre, whereIs } from '../store/inbox';
import { keepVersion } from '../store/message-versions';
import type { ConversationsApi } from '../twilio/conversations-api';
import { twilioFailure } from '../twilio/twilio-failure';
import { changeId, type PlayerChange } from './player-change';
import { publishNotice } from './publish-notice';

export interface ChangeDependencies {
  pool: Pool;
  conversations: ConversationsApi;
  logger: Logger;
}

/** Stands in place of what a player deleted. Read by agents. */
const deletedBody = '[deleted by the player]';
/** Stands where a file was that a player deleted, which goes for good. Read by agents. */
const deletedFile = '[a file was deleted by the player]';

/** A notice that is there already is among the last messages. */
const lookBack = 50;

/**
 * Makes a player's message in the conversation what it became in Discord. Its versions are kept here, before anything
 * is changed there. Safe to repeat: what is there already is not written again. A message that never came into a
 * conversation, or into one that takes no changes any more, is left alone.
 * @throws what the Twilio client throws when the attempt is to be repeated.
 */
export async function changeMessage(deps: ChangeDependencies, position: number, change: PlayerChange): Promise<void> {
  const files = await whereFilesAre(deps.pool, change.messageId);
  const isKept = ({ attachmentId }: FilePlace) =>
    change.kind === 'edit' && change.attachmentIds?.includes(attachmentId) !== false;
  const text = await whereIs(deps.pool, change.messageId);
  // A message that was nothing but files and now says something says it with its first one.
  const place = text ?? (change.kind === 'edit' && change.body !== '' ? files.find(isKept) : undefined);
  if (place) await unlessRefused(deps, place, change, () => changeInConversation(deps, place, change));
  for (const file of files.filter((one) => !isKept(one))) {
    await unlessRefused(deps, file, change, () => removeFile(deps, file, change));
  }
  await inTransaction(deps.pool, async (db) => {
    if (change.kind === 'delete') await forgetParked(db, change.messageId);
    await finishInboxRow(db, position);
  });
}

/** What Twilio will not change stays as it is: the log says so. */
async function unlessRefused(
  { logger }: ChangeDependencies,
  place: { conversationSid: string; messageSid: string },
  { kind }: PlayerChange,
  make: () => Promise<void>,
): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (twilioFailure(error)?.kind !== 'refused') throw error;
    logger.warn({ err: error, ...place, kind }, 'a message that a player changed cannot be changed');
  }
}

interface FilePlace {
  attachmentId: string;
  conversationSid: string;
  messageSid: string;
}

/** A file goes with its message: nothing else takes it out of Twilio. A line says that there was one. */
async function removeFile(
  { pool, conversations }: ChangeDependencies,
  { attachmentId, conversationSid, messageSid }: FilePlace,
  { messageId }: PlayerChange,
): Promise<void> {
  await conversations.removeMessage(conversationSid, messageSid);
  await publishNotice(
    { pool, conversations },
    {
      conversationSid,
      key: `deleted-file:${messageId}/${attachmentId}`,
      text: deletedFile,
      there: await conversations.latestMessages(conversationSid, lookBack),
      onRecord: async () => {},
    },
  );
}

async function changeInConversation(
  { pool, conversations }: ChangeDependencies,
  { conversationSid, messageSid }: { conversationSid: string; messageSid: string },
  change: PlayerChange,
): Promise<void> {
  const present = await conversations.fetchMessage(conversationSid, messageSid);
  const body = (change.kind === 'edit' && change.body) || deletedBody;
  if (present.body === body) return;
  const id = changeId(change);
  await inTransaction(pool, async (db) => {
    await keepVersion(db, { messageSid, changeId: 'original', body: present.body ?? '' });
    if (change.kind === 'edit') await keepVersion(db, { messageSid, changeId: id, body });
  });
  const { at } = change;
  const told: MessageChange =
    change.kind === 'edit' ? { edited: { by: 'player', at, version: id } } : { deleted: { by: 'player', at } };
  await conversations.updateMessage(conversationSid, present, { body, attributes: told });
}
