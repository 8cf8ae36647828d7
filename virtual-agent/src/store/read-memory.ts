import type { Queryable } from '@discord-channel/database';
import { type RememberedTurn, rememberedTurn } from './remembered-turn';

/** As far back as is of any use. */
const turnsRemembered = 50;

/** The turns of a conversation that were answered, oldest first. */
export async function readMemory(database: Queryable, conversationSid: string): Promise<RememberedTurn[]> {
  const { rows } = await database.query<{ turn: unknown }>(
    `select turn from virtual_agent.answers
      where conversation_sid = $1 and turn is not null order by answers_index desc, part desc limit $2`,
    [conversationSid, turnsRemembered],
  );
  return rows.map(({ turn }) => rememberedTurn.parse(turn)).reverse();
}
