import type { CannedResponsesResponse, DeleteCannedResponseRequest } from '@discord-channel/contracts';
import { inTransaction, type Pool } from '@discord-channel/database';
import { findCannedResponses } from './find-canned-responses';

export type DeleteCannedResponseResult =
  | ({ kind: 'deleted' } & CannedResponsesResponse)
  /** Somebody changed it since that version; it is still there. */
  | { kind: 'stale'; updatedBy: string };

/** Takes a canned response away that was not changed since it was looked at. Deleting twice does nothing more. */
export function deleteCannedResponse(
  pool: Pool,
  { id, version }: DeleteCannedResponseRequest,
): Promise<DeleteCannedResponseResult> {
  return inTransaction(pool, async (transaction): Promise<DeleteCannedResponseResult> => {
    await transaction.query('delete from knowledge_base.canned_responses where id = $1 and version = $2', [
      id,
      version,
    ]);
    const all = await findCannedResponses(transaction);
    const left = all.responses.find((one) => one.id === id);
    return left ? { kind: 'stale', updatedBy: left.updatedBy } : { kind: 'deleted', ...all };
  });
}
