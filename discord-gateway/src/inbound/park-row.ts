import { enqueueJob, inTransaction, type Pool } from '@discord-channel/database';
import { playerLanguage, playerText } from '@discord-channel/player-texts';
import { readDmChannel } from '../store/dm-channels';
import { type InboxRow, parkInboxRow } from '../store/inbox';

/**
 * Sets a row aside that can never be handled: its lane goes on, an operator finds it with its reason, and a player
 * who waits for an answer is told, once.
 */
export async function parkRow(pool: Pool, lane: string, row: InboxRow, code: string): Promise<void> {
  await inTransaction(pool, async (db) => {
    await parkInboxRow(db, row.position, code);
    if (row.kind !== 'message' && row.kind !== 'file') return;
    const { origin } = await readDmChannel(db, lane);
    const text = playerText(playerLanguage(origin.locale), 'message.not-taken');
    await enqueueJob(db, 'tell-player', { dmChannelId: lane, key: `parked:${row.discordId}`, text });
  });
}
