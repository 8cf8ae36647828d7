import { inTransaction, type Pool, type Queryable, writeTogether } from '@discord-channel/database';
import type { SessionInfo } from '@discordjs/ws';
import { beginBackfills } from '../store/backfills';
import { lockDmChannels, rememberPlayers } from '../store/dm-channels';
import { loadSession, saveSession } from '../store/gateway-session';
import { forgetGuild, rememberGuild, shareGuilds } from '../store/guilds';
import { addToInbox, type NewInboxRow } from '../store/inbox';
import type { SinkEntry } from './event-sink';
import { changeId } from './player-change';
import { fileRowId } from './player-file';
import type { WrittenMessage } from './player-message';
import type { DispatchMeaning } from './read-dispatch';

/**
 * Stores events and the session with their sequence in one transaction: after a kill Discord replays exactly what
 * is not stored. An event that is replayed all the same is recognised by its Discord id. With a session that is new,
 * what was written before it is to be read from the channels: that is stored in the same transaction too.
 */
export async function commitEvents(
  pool: Pool,
  applicationId: string,
  entries: readonly SinkEntry[],
  session: SessionInfo | null,
): Promise<void> {
  const meanings = meaningsOf(entries);
  // Nearly always: only a new session and servers that come and go need answers on the way.
  if (entries.every(({ kind }) => kind === 'event') && !meanings.some(isAboutServer)) {
    return writeTogether(pool, (db) => [
      ...writeEvents(db, applicationId, meanings),
      saveSession(db, applicationId, session),
    ]);
  }
  await inTransaction(pool, async (db) => {
    let heard = entries;
    const begun = entries.findIndex((entry) => entry.kind === 'session' && entry.session !== null);
    const begins = entries[begun];
    if (begins?.kind === 'session' && !(await isStored(db, applicationId, begins.session))) {
      // What the old session told comes before the point from which the channels are read, what the new one tells after.
      await storeEvents(db, applicationId, entries.slice(0, begun));
      await beginBackfills(db, applicationId);
      heard = entries.slice(begun);
    }
    await storeEvents(db, applicationId, heard);
    await saveSession(db, applicationId, session);
  });
}

async function isStored(db: Queryable, applicationId: string, session: SessionInfo | null): Promise<boolean> {
  return (await loadSession(db, applicationId))?.sessionId === session?.sessionId;
}

async function storeEvents(db: Queryable, applicationId: string, entries: readonly SinkEntry[]): Promise<void> {
  const meanings = meaningsOf(entries);
  await Promise.all(writeEvents(db, applicationId, meanings));
  for (const meaning of meanings) {
    if (meaning.kind === 'guild-seen') await rememberGuild(db, applicationId, meaning.guildId, meaning.name);
    if (meaning.kind === 'guild-left') await forgetGuild(db, applicationId, meaning.guildId);
  }
  if (meanings.some(isAboutServer)) await shareGuilds(db, applicationId);
}

/** In this order, and none waits for the answer to another: together they take one round trip. */
function writeEvents(db: Queryable, applicationId: string, meanings: readonly DispatchMeaning[]): Promise<unknown>[] {
  const seen = meanings.flatMap((meaning) =>
    meaning.kind === 'message' || meaning.kind === 'press' ? [{ ...meaning, newestId: meaning.message.discordId }] : [],
  );
  const changed = meanings.flatMap((meaning) => (meaning.kind === 'change' ? meaning.dmChannelId : []));
  return [
    rememberPlayers(db, applicationId, seen),
    lockDmChannels(db, changed),
    addToInbox(db, meanings.flatMap(toInboxRows)),
  ];
}

function meaningsOf(entries: readonly SinkEntry[]): DispatchMeaning[] {
  return entries.flatMap((entry) => (entry.kind === 'event' ? [entry.meaning] : []));
}

function isAboutServer({ kind }: DispatchMeaning): boolean {
  return kind === 'guild-seen' || kind === 'guild-left';
}

/** The lane that an event is handled in: a player's messages and presses share the one of their DM. */
export function laneOf(meaning: DispatchMeaning): string | undefined {
  if (meaning.kind === 'message' || meaning.kind === 'press' || meaning.kind === 'change') return meaning.dmChannelId;
  return meaning.kind === 'command' ? `command:${meaning.call.player.userId}` : undefined;
}

/** An event as rows of the inbox, in the order in which they are handled; none when it is none to be handled. */
export function toInboxRows(meaning: DispatchMeaning): NewInboxRow[] {
  const lane = laneOf(meaning);
  if (lane === undefined) return [];
  if (meaning.kind === 'message') return toMessageRows(lane, meaning.message);
  if (meaning.kind === 'press') {
    return [{ discordId: meaning.message.discordId, lane, kind: 'message', payload: meaning.message }];
  }
  if (meaning.kind === 'change') {
    return [{ discordId: changeId(meaning.change), lane, kind: 'change', payload: meaning.change }];
  }
  if (meaning.kind !== 'command') return [];
  return [{ discordId: meaning.call.interactionId, lane, kind: 'command', payload: meaning.call }];
}

/** The text, then each file: one after the other in the lane, each carried, repeated and given up by itself. */
function toMessageRows(lane: string, { files = [], ...message }: WrittenMessage): NewInboxRow[] {
  const text: NewInboxRow = { discordId: message.discordId, lane, kind: 'message', payload: message };
  return [
    ...(message.body === '' ? [] : [text]),
    ...files.map((file): NewInboxRow => ({ discordId: fileRowId(file), lane, kind: 'file', payload: file })),
  ];
}
