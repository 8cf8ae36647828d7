import type { Actor, MessagePlayerRequest, Outreach } from '@discord-channel/contracts';
import { enqueueJob, inTransaction, type Pool } from '@discord-channel/database';
import { readOutreach } from './read-outreach';
import { recordInTimeline } from './record-in-timeline';
import { rememberAgent } from './remember-agent';

export interface RequestOutreach extends MessagePlayerRequest {
  actor: Actor;
  /** The agent's, who gets the conversation. */
  workerSid: string;
}

export type RequestOutreachResult =
  | { kind: 'requested'; outreach: Outreach }
  /** The contact has no Discord identity. */
  | { kind: 'no-player' }
  | { kind: 'not-found' };

/** An agent writes to the player of a case first. Once per id; a job of the worker does it. */
export function requestOutreach(pool: Pool, request: RequestOutreach): Promise<RequestOutreachResult> {
  const { caseId, outreachId, text, actor, workerSid } = request;
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ has_player: boolean }>(
      `select p.discord_user_id is not null as has_player
         from case_management.cases c join case_management.contacts p on p.id = c.contact_id
        where c.id = $1 for update of c`,
      [caseId],
    );
    const [found] = rows;
    if (!found) return { kind: 'not-found' };
    if (!found.has_player) return { kind: 'no-player' };
    const inserted = await transaction.query(
      `insert into case_management.outreaches (id, case_id, agent_id, agent_name, worker_sid, text)
       values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
      [outreachId, caseId, actor.id, actor.name, workerSid, text],
    );
    if (inserted.rowCount === 1) {
      await recordInTimeline(transaction, { caseId, event: 'player-messaged', details: { outreachId }, actor });
      await rememberAgent(transaction, actor);
      await enqueueJob(transaction, 'reach-player', { outreachId }, { key: `outreach:${outreachId}` });
    }
    const read = await readOutreach(transaction, outreachId);
    if (!read) throw new Error('An outreach of this transaction is gone');
    return { kind: 'requested', outreach: read.outreach };
  });
}
