import type { Actor, ChangeTagRequest } from '@discord-channel/contracts';
import { inTransaction, type Pool, type PoolClient } from '@discord-channel/database';
import { rememberAgent } from '../remember-agent';
import { publishSettings } from './publish-settings';

/** So many cases are changed at once; a Function has ten seconds. */
const atOnce = 5_000;

/**
 * Offers a tag, gives it another name, or takes it away, on every case that has it. Of more cases than fit into one
 * request it changes as many as do, and tells how many remain: called again it goes on.
 */
export function changeTag(pool: Pool, request: ChangeTagRequest, actor: Actor): Promise<{ remaining: number }> {
  return inTransaction(pool, async (transaction) => {
    // Of the cases too, whose timelines are written at one stroke.
    await publishSettings(transaction);
    if (request.change === 'offer') {
      await offer(transaction, request.name);
      return { remaining: 0 };
    }
    const { name } = request;
    const to = request.change === 'rename' ? request.to : null;
    if (to === name) return { remaining: 0 };
    await transaction.query('update case_management.tags set deleted_at = now() where name = $1', [name]);
    if (to !== null) await offer(transaction, to);
    await rememberAgent(transaction, actor);
    const { rows } = await transaction.query<{ remaining: string }>(
      `with tagged as materialized (
         select id, tags from case_management.cases where tags @> array[$1::text] order by id limit $2 for update
       ), changed as (
         update case_management.cases c
            set tags = array(select word from unnest(array_replace(h.tags, $1, $3)) with ordinality as w (word, at)
                              where word is not null group by word order by min(at)),
                version = c.version + 1, updated_at = now()
           from tagged h where c.id = h.id returning c.id, h.tags as before, c.tags as after
       ), told as (
         insert into case_management.case_timeline (case_id, event, details, actor_kind, actor_id, actor_name)
         select id, 'case-edited', jsonb_build_object('edits', jsonb_build_array(
                  jsonb_build_object('field', 'tags', 'from', to_jsonb(before), 'to', to_jsonb(after)))), $4, $5, $6
           from changed returning 1
       )
       select (select count(*) from case_management.cases where tags @> array[$1::text])
              - (select count(*) from told) as remaining`,
      [name, atOnce, to, actor.kind, actor.id, actor.name],
    );
    return { remaining: Number(rows[0]?.remaining ?? 0) };
  });
}

async function offer(transaction: PoolClient, name: string): Promise<void> {
  await transaction.query(
    `insert into case_management.tags (name) values ($1) on conflict (name) do update set deleted_at = null`,
    [name],
  );
}
