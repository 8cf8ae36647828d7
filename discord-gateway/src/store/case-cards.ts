import type { Queryable } from '@discord-channel/database';
import type { APIEmbed } from 'discord-api-types/v10';

/** The card of a case, as it stands in the DM or waits for it. */
export interface StoredCard {
  dmChannelId: string;
  state: 'waiting' | 'sent' | 'failed';
  /** Null before it is in the DM, and once somebody deleted it. */
  messageId: string | null;
  /** What it shows. */
  embed: APIEmbed | null;
}

interface CardRow {
  dm_channel_id: string;
  state: StoredCard['state'];
  message_id: string | null;
  embed: APIEmbed | null;
}

/** Undefined for a case whose card was never wanted. */
export async function readCard(db: Queryable, key: string): Promise<StoredCard | undefined> {
  const { rows } = await db.query<CardRow>(
    'select dm_channel_id, state, message_id, embed from relay.player_notices where key = $1',
    [key],
  );
  const [row] = rows;
  return row && { dmChannelId: row.dm_channel_id, state: row.state, messageId: row.message_id, embed: row.embed };
}

/** The card shows this from now on. */
export async function saveCard(db: Queryable, key: string, embed: APIEmbed): Promise<void> {
  await db.query('update relay.player_notices set embed = $2 where key = $1', [key, JSON.stringify(embed)]);
}

/** Somebody deleted the card: it does not come back. */
export async function forgetCard(db: Queryable, key: string): Promise<void> {
  await db.query('update relay.player_notices set message_id = null where key = $1', [key]);
}
