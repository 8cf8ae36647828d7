import type { Backfill } from '../store/backfills';
import type { NewInboxRow } from '../store/inbox';
import type { TranscriptNotice } from './publish-notice';

/** The line by which the transcript says, once and before them, that messages come late. Read by agents. */
export function recoveredNotice({ dmChannelId, afterId }: Backfill, recovered: number): NewInboxRow {
  const notice: TranscriptNotice = {
    key: `recovered:${dmChannelId}:${afterId}`,
    text:
      recovered === 1
        ? '1 message was sent while we were offline.'
        : `${recovered} messages were sent while we were offline.`,
    startedBy: afterId,
  };
  return { discordId: notice.key, lane: dmChannelId, kind: 'notice', payload: notice };
}
