import { snowflake } from '@discord-channel/contracts';
import { z } from 'zod';

/** A player edited or deleted a message in the DM. */
export const playerChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('edit'),
    messageId: snowflake,
    /** Empty when nothing but files is left. */
    body: z.string(),
    /** The files that are still there; edits stored by a release that carried none have no list. */
    attachmentIds: z.array(snowflake).optional(),
    at: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('delete'), messageId: snowflake, at: z.iso.datetime() }),
]);
export type PlayerChange = z.infer<typeof playerChange>;

/** The same for every telling of one change. */
export function changeId(change: PlayerChange): string {
  return change.kind === 'edit' ? `edit:${change.messageId}:${Date.parse(change.at)}` : `delete:${change.messageId}`;
}
