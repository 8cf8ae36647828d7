import type { CaseFilters } from '@discord-channel/contracts';
import type { SqlValues } from './sql-values';
import { type Word, wordConditions } from './word-conditions';

/** What must hold of a case `c` to pass the filters, as conditions of SQL. */
export function caseConditions(filters: CaseFilters, keyword: readonly Word[], values: SqlValues): string[] {
  const {
    from,
    to,
    number,
    statuses = [],
    tags = [],
    labels = [],
    contactId,
    agentId,
    ownerId,
    csatScores = [],
    customValues = [],
  } = filters;
  const conditions: string[] = [];
  if (from !== undefined) conditions.push(`c.created_at >= ${values.add(from)}::timestamptz`);
  if (to !== undefined) conditions.push(`c.created_at < ${values.add(to)}::timestamptz`);
  if (number !== undefined) conditions.push(`c.number = ${values.add(number)}::bigint`);
  if (statuses.length > 0) conditions.push(`c.status = any (${values.add(statuses)}::text[])`);
  if (tags.length > 0) conditions.push(`c.tags @> ${values.add(tags)}::text[]`);
  if (ownerId === null) conditions.push('c.owner_id is null');
  else if (ownerId !== undefined) conditions.push(`c.owner_id = ${values.add(ownerId)}`);
  if (csatScores.length > 0) conditions.push(`c.csat_score = any (${values.add(csatScores)}::smallint[])`);
  if (contactId !== undefined) conditions.push(`c.contact_id = ${values.add(contactId)}::uuid`);
  if (agentId !== undefined) {
    conditions.push(
      `exists (select 1 from case_management.case_agents a where a.case_id = c.id and a.agent_id = ${values.add(agentId)})`,
    );
  }
  if (labels.length > 0) {
    conditions.push(
      `exists (select 1 from case_management.contacts l where l.id = c.contact_id and l.labels @> ${values.add(labels)}::text[])`,
    );
  }
  for (const { of, fieldId, value, match } of customValues) {
    const held = of === 'case' ? 'c.custom_values' : 'l.custom_values';
    const holds =
      match === 'is'
        ? `${held} @> jsonb_build_object(${values.add(fieldId)}::text, ${values.add(value)}::text)`
        : `${held} ->> ${values.add(fieldId)}::text ilike ${values.add(`%${value.replace(/[\\%_]/g, '\\$&')}%`)}`;
    conditions.push(
      of === 'case'
        ? holds
        : `exists (select 1 from case_management.contacts l where l.id = c.contact_id and ${holds})`,
    );
  }
  if (keyword.length > 0) {
    const inNotes = wordConditions(keyword, { places: ['notes'], nearly: false }, values).join(' and ');
    conditions.push(`exists (select 1 from case_management.case_search s where s.case_id = c.id and ${inNotes})`);
  }
  return conditions;
}
