import type { Actor, BugReport, CasePriority, CaseSource, CaseStatus, CaseView } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

interface CaseRow {
  id: string;
  number: string;
  subject: string;
  status: CaseStatus;
  source: CaseSource;
  priority: CasePriority;
  category: string | null;
  tags: string[];
  owner_id: string | null;
  owner_name: string | null;
  follow_up_on: string | null;
  elevation_reason: string | null;
  resolution: string | null;
  csat_score: number | null;
  version: number;
  created_at: Date;
  updated_at: Date;
  closed_at: Date | null;
  guild_id: string | null;
  guild_name: string | null;
  custom_values: Record<string, string>;
  contact_id: string;
  contact_version: number;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  phone: string | null;
  labels: string[];
  contact_notes: string | null;
  contact_custom_values: Record<string, string>;
  discord_user_id: string | null;
  username: string | null;
  display_name: string;
  avatar_url: string | null;
  locale: string | null;
  identities: CaseView['contact']['identities'];
  conversation_sids: string[];
  links: { conversationSid: string | null; taskSid: string | null; channel: string; linkedAt: string }[];
  report: BugReport | null;
  notes: { id: string; text: string; author: Actor; createdAt: string }[];
}

const selectCase = `
  select c.id, c.number, c.subject, c.status, c.source, c.version, c.created_at, c.updated_at, c.closed_at,
         c.priority, c.category, c.tags, c.owner_id, c.owner_name, c.follow_up_on::text, c.elevation_reason, c.resolution,
         c.csat_score,
         c.custom_values, p.custom_values as contact_custom_values,
         c.guild_id, c.guild_name, p.id as contact_id, p.version as contact_version,
         p.first_name, p.last_name, p.email, p.phone, p.labels, p.notes as contact_notes,
         p.discord_user_id, p.username, p.display_name, p.avatar_url, p.locale,
         array(select l.conversation_sid from case_management.case_conversations l
                where l.case_id = c.id order by l.linked_at, l.conversation_sid) as conversation_sids,
         (select coalesce(json_agg(json_build_object('channel', i.channel, 'address', i.address)
                                   order by i.channel, i.address), '[]'::json)
            from case_management.contact_identities i where i.contact_id = p.id) as identities,
         (select coalesce(json_agg(json_build_object(
                   'conversationSid', a.conversation_sid, 'taskSid', a.task_sid, 'channel', a.channel,
                   'linkedAt', a.linked_at) order by a.linked_at, a.conversation_sid, a.task_sid), '[]'::json)
            from (select l.conversation_sid, t.task_sid, l.channel, l.linked_at
                    from case_management.case_conversations l
                    left join case_management.case_tasks t
                      on t.conversation_sid = l.conversation_sid and t.case_id = l.case_id
                   where l.case_id = c.id
                  union all
                  select null, t.task_sid, t.channel, t.linked_at from case_management.case_tasks t
                   where t.case_id = c.id and not exists (
                     select from case_management.case_conversations l
                      where l.conversation_sid = t.conversation_sid and l.case_id = c.id)) a) as links,
         (select json_build_object('description', r.description, 'steps', r.steps, 'platform', r.platform)
            from case_management.bug_reports r where r.case_id = c.id) as report,
         (select coalesce(json_agg(json_build_object(
                   'id', n.id, 'text', n.text, 'createdAt', n.created_at,
                   'author', json_build_object('kind', n.author_kind, 'id', n.author_id, 'name', n.author_name)
                 ) order by n.created_at, n.id), '[]'::json)
            from case_management.case_notes n where n.case_id = c.id) as notes
    from case_management.cases c
    join case_management.contacts p on p.id = c.contact_id
   where c.id = $1`;

/** A case with its contact, conversations and notes, as one statement sees it. Undefined when there is none with this id. */
export async function readCaseView(database: Queryable, caseId: string): Promise<CaseView | undefined> {
  const { rows } = await database.query<CaseRow>(selectCase, [caseId]);
  return rows[0] && toCaseView(rows[0]);
}

function toCaseView(row: CaseRow): CaseView {
  return {
    id: row.id,
    number: Number(row.number),
    subject: row.subject,
    status: row.status,
    source: row.source,
    priority: row.priority,
    category: row.category,
    tags: row.tags,
    owner: row.owner_id !== null && row.owner_name !== null ? { id: row.owner_id, name: row.owner_name } : null,
    followUpOn: row.follow_up_on,
    customValues: row.custom_values,
    elevationReason: row.elevation_reason,
    resolution: row.resolution,
    csatScore: row.csat_score,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    contact: {
      id: row.contact_id,
      version: row.contact_version,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      phone: row.phone,
      labels: row.labels,
      notes: row.contact_notes,
      customValues: row.contact_custom_values,
      name: row.display_name,
      discord: toDiscord(row),
      identities: row.identities,
    },
    conversationSids: row.conversation_sids,
    links: row.links.map((link) => ({ ...link, linkedAt: new Date(link.linkedAt).toISOString() })),
    report: row.report,
    notes: row.notes.map((note) => ({ ...note, createdAt: new Date(note.createdAt).toISOString() })),
  };
}

function toDiscord(row: CaseRow): CaseView['contact']['discord'] {
  if (row.discord_user_id === null || row.username === null) return null;
  return {
    userId: row.discord_user_id,
    username: row.username,
    displayName: row.display_name,
    avatarUrl: row.avatar_url,
    guildId: row.guild_id,
    guildName: row.guild_name,
    locale: row.locale,
  };
}
