import type { Actor } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** Who changed a case is known from then on, by the name of that time: a case can be given to them. */
export async function rememberAgent(transaction: Queryable, actor: Actor): Promise<void> {
  if (actor.kind !== 'agent') return;
  await transaction.query(
    `insert into case_management.agents as known (id, name) values ($1, $2)
     on conflict (id) do update set name = excluded.name where known.name <> excluded.name`,
    [actor.id, actor.name],
  );
}
