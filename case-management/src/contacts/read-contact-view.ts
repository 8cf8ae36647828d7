import type { ContactView } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

interface ContactRow {
  id: string;
  version: number;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  phone: string | null;
  labels: string[];
  notes: string | null;
  custom_values: Record<string, string>;
  discord_user_id: string | null;
  username: string | null;
  display_name: string;
  avatar_url: string | null;
  locale: string | null;
  guild_id: string | null;
  guild_name: string | null;
  identities: ContactView['identities'];
}

/** A contact by its own id, with the server of its newest case. Undefined when there is none. */
export async function readContactView(database: Queryable, contactId: string): Promise<ContactView | undefined> {
  const { rows } = await database.query<ContactRow>(
    `select p.id, p.version, p.first_name, p.last_name, p.email, p.phone, p.labels, p.notes, p.custom_values,
            p.discord_user_id, p.username, p.display_name, p.avatar_url, p.locale, newest.guild_id, newest.guild_name,
            (select coalesce(json_agg(json_build_object('channel', i.channel, 'address', i.address)
                                      order by i.channel, i.address), '[]'::json)
               from case_management.contact_identities i where i.contact_id = p.id) as identities
       from case_management.contacts p
       left join lateral (select guild_id, guild_name from case_management.cases c
                           where c.contact_id = p.id order by c.number desc limit 1) as newest on true
      where p.id = $1`,
    [contactId],
  );
  return rows[0] && toContactView(rows[0]);
}

const toContactView = (row: ContactRow): ContactView => ({
  id: row.id,
  version: row.version,
  firstName: row.first_name,
  lastName: row.last_name,
  email: row.email,
  phone: row.phone,
  labels: row.labels,
  notes: row.notes,
  name: row.display_name,
  customValues: row.custom_values,
  discord:
    row.discord_user_id === null || row.username === null
      ? null
      : {
          userId: row.discord_user_id,
          username: row.username,
          displayName: row.display_name,
          avatarUrl: row.avatar_url,
          guildId: row.guild_id,
          guildName: row.guild_name,
          locale: row.locale,
        },
  identities: row.identities,
});
