import { type OutreachToDo, readOutreach, settleOutreach } from '@discord-channel/case-management';
import { inTransaction } from '@discord-channel/database';
import { openDirectMessage } from '../discord/direct-messages';
import { discordFailure } from '../discord/discord-failure';
import { whyUndeliverable } from '../outbound/why-undeliverable';
import { isKnownDmChannel, rememberPlayers } from '../store/dm-channels';
import { addToInbox } from '../store/inbox';
import type { Effect, EffectDependencies } from './effect';

/** Said when a player of another of the company's bots is to be written to. */
const otherBot = 'This player knows us by another bot of yours, which has to write.';

/**
 * Opens the DM with a player to whom an agent wrote first, and puts the message into the DM's lane: what a player writes
 * at the same moment comes before or after it, never beside it.
 */
export const reachPlayer: Effect<'reach-player'> = async (deps, { outreachId }) => {
  const { pool, applicationId, inboundLanes, logger } = deps;
  const todo = await readOutreach(pool, outreachId);
  if (todo?.outreach.state !== 'sending') return;
  const opened = todo.player.applicationId === applicationId ? await open(deps, todo) : { failure: otherBot };
  if (opened.dmChannelId === undefined) {
    logger.info({ outreachId }, 'the player cannot be written to');
    return settleOutreach(pool, outreachId, { kind: 'failed', failure: opened.failure });
  }
  const { dmChannelId } = opened;
  await inTransaction(pool, async (db) => {
    if (!(await isKnownDmChannel(db, dmChannelId))) {
      await rememberPlayers(db, applicationId, [{ dmChannelId, player: todo.player }]);
    }
    const payload = { outreachId };
    await addToInbox(db, [{ discordId: `outreach:${outreachId}`, lane: dmChannelId, kind: 'outreach', payload }]);
  });
  inboundLanes.wake(dmChannelId);
};

async function open(
  { rest }: Pick<EffectDependencies, 'rest'>,
  { player }: OutreachToDo,
): Promise<{ dmChannelId: string } | { dmChannelId?: undefined; failure: string }> {
  try {
    return { dmChannelId: await openDirectMessage(rest, player.userId) };
  } catch (error) {
    const failure = discordFailure(error);
    if (failure?.kind !== 'refused') throw error;
    return { failure: whyUndeliverable(failure.code) };
  }
}
