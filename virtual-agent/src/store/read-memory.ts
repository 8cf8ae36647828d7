import type { Queryable } from '@discord-channel/database';
import { type RememberedTurn, rememberedTurn } from './remembered-turn';

/** As far back as anything but what was shown is of any use. */
const turnsRemembered = 50;

/** The turns of a conversation that were answered, oldest first: the last ones, and every one that showed an article. */
export async function readMemory(database: Queryable, conversationSid: string): Promise<RememberedTurn[]> {
  const { rows } = await database.query<{ turn: unknown }>(
    `select turn
       from (select turn, row_number() over (order by answers_index desc, part desc) as ago
               from virtual_agent.answers where conversation_sid = $1 and turn is not null) as answered
      where ago <= $2 or turn->'shown' <> '[]' order by ago desc`,
    [conversationSid, turnsRemembered],
  );
  return rows.map(({ turn }) => rememberedTurn.parse(turn));
}
