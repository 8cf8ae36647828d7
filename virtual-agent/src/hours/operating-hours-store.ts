import { type OperatingHours, operatingHours } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** A Discord server, as one application sees it. */
export interface HoursOwner {
  applicationId: string;
  guildId: string;
}

/** Undefined for a server whose agents are always there. */
export async function readOperatingHours(
  database: Queryable,
  { applicationId, guildId }: { applicationId: string; guildId: string | null },
): Promise<OperatingHours | undefined> {
  const { rows } = await database.query<{ hours: unknown }>(
    'select hours from virtual_agent.operating_hours where application_id = $1 and guild_id = $2',
    [applicationId, guildId],
  );
  return rows[0] && operatingHours.parse(rows[0].hours);
}

/** Sets a server's hours; undefined: its agents are always there. */
export async function saveOperatingHours(
  database: Queryable,
  { applicationId, guildId }: HoursOwner,
  hours: OperatingHours | undefined,
): Promise<void> {
  if (hours === undefined) {
    await database.query('delete from virtual_agent.operating_hours where application_id = $1 and guild_id = $2', [
      applicationId,
      guildId,
    ]);
    return;
  }
  await database.query(
    `insert into virtual_agent.operating_hours (application_id, guild_id, hours) values ($1, $2, $3)
     on conflict (application_id, guild_id) do update set hours = excluded.hours, updated_at = now()`,
    [applicationId, guildId, JSON.stringify(hours)],
  );
}
