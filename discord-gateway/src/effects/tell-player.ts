import { addPlayerNotice } from '../store/player-notices';
import type { Effect } from './effect';

/** Puts a notice behind everything that waits for the DM. From there it is as durable as a message, once per key. */
export const tellPlayer: Effect<'tell-player'> = async ({ pool, lanes }, notice) => {
  await addPlayerNotice(pool, notice);
  lanes.wake(notice.dmChannelId);
};
