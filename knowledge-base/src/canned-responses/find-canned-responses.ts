import type { CannedResponse, CannedResponsesResponse } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { readServers } from '../administration/read-servers';

interface ResponseRow {
  id: string;
  application_id: string;
  guild_id: string | null;
  shortcut: string;
  label: string | null;
  text: string;
  language: string | null;
  version: number;
  updated_by: string;
  updated_at: Date;
}

/** Every canned response by its shortcut, and the servers that one can be for. */
export async function findCannedResponses(database: Queryable): Promise<CannedResponsesResponse> {
  const { rows } = await database.query<ResponseRow>(
    `select id, application_id, guild_id, shortcut, label, text, language, version, updated_by, updated_at
       from knowledge_base.canned_responses order by lower(shortcut), guild_id nulls first, id`,
  );
  return { responses: rows.map(toResponse), servers: await readServers(database) };
}

const toResponse = (row: ResponseRow): CannedResponse => ({
  id: row.id,
  applicationId: row.application_id,
  guildId: row.guild_id,
  shortcut: row.shortcut,
  label: row.label,
  text: row.text,
  language: row.language,
  version: row.version,
  updatedBy: row.updated_by,
  updatedAt: row.updated_at.toISOString(),
});
