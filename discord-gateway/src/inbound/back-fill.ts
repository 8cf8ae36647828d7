import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction, type Pool } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import type { APIMessage } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { discordFailure } from '../discord/discord-failure';
import { channelPageSize, readChannelAfter } from '../discord/read-channel';
import type { Lanes, StepOutcome } from '../flow/lanes';
import { type Backfill, endBackfill, moveBackfill, readBackfill } from '../store/backfills';
import { lockDmChannels, rememberPlayers } from '../store/dm-channels';
import { addToInbox, orderInbox } from '../store/inbox';
import { toInboxRows } from './commit-events';
import { readMessage } from './read-dispatch';
import { recoveredNotice } from './recovered-notice';

export interface BackFillDependencies {
  pool: Pool;
  rest: REST;
  applicationId: string;
  /** The lanes of the inbox: what waited in one is released there. */
  lanes: Pick<Lanes, 'wake'>;
  logger: Logger;
  /** Milliseconds that one request takes at least, so that reading leaves room for what is being sent. */
  paceMs: number;
}

/**
 * Reads one page of a DM channel that no session has heard of. Each page is stored together with how far it goes, so
 * a killed worker reads on from there; a message that a session told too is stored once. At the channel's end all
 * that waited for it is released in the order of snowflakes.
 * @throws what the Discord client throws when it is to be tried again.
 */
export async function backFill(deps: BackFillDependencies, dmChannelId: string): Promise<StepOutcome> {
  const backfill = await readBackfill(deps.pool, dmChannelId);
  if (!backfill) return { kind: 'idle' };
  const [page] = await Promise.all([readPage(deps, backfill), sleep(deps.paceMs)]);
  await storePage(deps, backfill, page);
  if (page.length === channelPageSize) return { kind: 'worked' };
  const outcome = await inTransaction(deps.pool, async (db) => {
    // Live events that are being stored at this moment would come out before what was written earlier.
    await lockDmChannels(db, [dmChannelId]);
    const ended = await endBackfill(db, backfill);
    if (!ended) return undefined;
    if (ended.recovered > 0) await addToInbox(db, [recoveredNotice(backfill, ended.recovered)]);
    await orderInbox(db, dmChannelId, ended.fromPosition);
    return ended;
  });
  if (!outcome) return { kind: 'worked' };
  deps.lanes.wake(dmChannelId);
  if (outcome.recovered > 0) deps.logger.info({ dmChannelId, recovered: outcome.recovered }, 'recovered messages');
  return { kind: 'idle' };
}

async function readPage({ rest, logger }: BackFillDependencies, { dmChannelId, afterId }: Backfill) {
  try {
    return await readChannelAfter(rest, dmChannelId, afterId);
  } catch (error) {
    // The channel is gone, or closed to us: nothing in it will ever be read.
    if (discordFailure(error)?.kind !== 'refused') throw error;
    logger.warn({ err: error, dmChannelId }, 'a DM channel cannot be read');
    return [];
  }
}

async function storePage(
  { pool, rest, applicationId }: BackFillDependencies,
  backfill: Backfill,
  page: readonly APIMessage[],
): Promise<void> {
  const last = page.at(-1);
  if (!last) return;
  const meanings = page.map((message) => readMessage(message, rest.cdn)).filter(({ kind }) => kind === 'message');
  await inTransaction(pool, async (db) => {
    await rememberPlayers(
      db,
      applicationId,
      meanings.flatMap((meaning) =>
        meaning.kind === 'message' ? [{ ...meaning, newestId: meaning.message.discordId }] : [],
      ),
    );
    const recovered = await addToInbox(db, meanings.flatMap(toInboxRows));
    await moveBackfill(db, backfill, { afterId: last.id, recovered });
  });
}
