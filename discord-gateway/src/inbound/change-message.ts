import type { MessageChange } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import type { Logger } from 'pino';
import { finishInboxRow, forgetParked, whereIs } from '../store/inbox';
import { keepVersion } from '../store/message-versions';
import type { ConversationsApi } from '../twilio/conversations-api';
import { twilioFailure } from '../twilio/twilio-failure';
import { changeId, type PlayerChange } from './player-change';

export interface ChangeDependencies {
  pool: Pool;
  conversations: ConversationsApi;
  logger: Logger;
}

/** Stands in place of what a player deleted. Read by agents. */
const deletedBody = '[deleted by the player]';

/**
 * Makes a player's message in the conversation what it became in Discord. Its versions are kept here, before anything
 * is changed there. Safe to repeat: what is there already is not written again. A message that never came into a
 * conversation, or into one that takes no changes any more, is left alone.
 * @throws what the Twilio client throws when the attempt is to be repeated.
 */
export async function changeMessage(deps: ChangeDependencies, position: number, change: PlayerChange): Promise<void> {
  const place = await whereIs(deps.pool, change.messageId);
  if (place) {
    try {
      await changeInConversation(deps, place, change);
    } catch (error) {
      if (twilioFailure(error)?.kind !== 'refused') throw error;
      deps.logger.warn(
        { err: error, ...place, kind: change.kind },
        'a message that a player changed cannot be changed',
      );
    }
  }
  await inTransaction(deps.pool, async (db) => {
    if (change.kind === 'delete') await forgetParked(db, change.messageId);
    await finishInboxRow(db, position);
  });
}

async function changeInConversation(
  { pool, conversations }: ChangeDependencies,
  { conversationSid, messageSid }: { conversationSid: string; messageSid: string },
  change: PlayerChange,
): Promise<void> {
  const present = await conversations.fetchMessage(conversationSid, messageSid);
  const body = change.kind === 'edit' ? change.body : deletedBody;
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
