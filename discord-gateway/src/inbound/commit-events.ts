import { inTransaction, type Pool } from '@discord-channel/database';
import type { SessionInfo } from '@discordjs/ws';
import { rememberPlayers } from '../store/dm-channels';
import { saveSession } from '../store/gateway-session';
import { forgetGuild, rememberGuild } from '../store/guilds';
import { addToInbox, type NewInboxRow } from '../store/inbox';
import type { SinkEntry } from './event-sink';
import type { DispatchMeaning } from './read-dispatch';

/**
 * Stores events and the session with their sequence in one transaction: after a kill Discord replays exactly what
 * is not stored. An event that is replayed all the same is recognised by its Discord id.
 */
export async function commitEvents(
  pool: Pool,
  applicationId: string,
  entries: readonly SinkEntry[],
  session: SessionInfo | null,
): Promise<void> {
  const meanings = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.meaning] : []));
  await inTransaction(pool, async (db) => {
    await rememberPlayers(
      db,
      applicationId,
      meanings.filter((meaning) => meaning.kind === 'message' || meaning.kind === 'press'),
    );
    await addToInbox(
      db,
      meanings.flatMap((meaning) => toInboxRow(meaning) ?? []),
    );
    for (const meaning of meanings) {
      if (meaning.kind === 'guild-seen') await rememberGuild(db, applicationId, meaning.guildId, meaning.name);
      if (meaning.kind === 'guild-left') await forgetGuild(db, applicationId, meaning.guildId);
    }
    await saveSession(db, applicationId, session);
  });
}

/** The lane that an event is handled in: a player's messages and presses share the one of their DM. */
export function laneOf(meaning: DispatchMeaning): string | undefined {
  if (meaning.kind === 'message' || meaning.kind === 'press') return meaning.dmChannelId;
  return meaning.kind === 'command' ? `command:${meaning.call.player.userId}` : undefined;
}

function toInboxRow(meaning: DispatchMeaning): NewInboxRow | undefined {
  const lane = laneOf(meaning);
  if (lane === undefined) return undefined;
  if (meaning.kind === 'message' || meaning.kind === 'press') {
    return { discordId: meaning.message.discordId, lane, kind: 'message', payload: meaning.message };
  }
  if (meaning.kind !== 'command') return undefined;
  return { discordId: meaning.call.interactionId, lane, kind: 'command', payload: meaning.call };
}
