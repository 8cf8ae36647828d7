import type { AgentListResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** More than this fit no list that a person would look through. */
const maxAgents = 500;

/** The agents whom a case can be given to: everybody who ever changed a case in the panel, by name. */
export async function findAgents(database: Queryable): Promise<AgentListResponse> {
  const { rows } = await database.query<{ id: string; name: string }>(
    'select id, name from case_management.agents order by lower(name), id limit $1',
    [maxAgents],
  );
  return { agents: rows };
}
