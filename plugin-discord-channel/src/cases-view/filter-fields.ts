import type { CaseFilters, CaseStatus, CustomField } from '@discord-channel/contracts';
import { type CustomKeys, customKey } from '../case-panel/custom-fields/custom-keys';
import { text } from '../strings/text';

/** What the fields of Advanced Search hold; empty is nothing. */
export type FilterFields = {
  from: string;
  to: string;
  keyword: string;
  number: string;
  statuses: readonly string[];
  tags: readonly string[];
  labels: readonly string[];
  agent: string;
  owner: string;
  csatScores: readonly string[];
} & CustomKeys;

/** The choice of cases that nobody owns; no Flex identity looks like it. */
export const nobody = '-';

export const noFilters: FilterFields = {
  from: '',
  to: '',
  keyword: '',
  number: '',
  statuses: [],
  tags: [],
  labels: [],
  agent: '',
  owner: '',
  csatScores: [],
};

export type FilterReading =
  | { kind: 'filters'; filters: CaseFilters }
  /** What is wrong, at its field. */
  | { kind: 'wrong'; errors: Partial<Record<keyof FilterFields, string>> };

/** Reads the fields. Days begin and end where the agent is. */
export function readFilterFields(fields: FilterFields, customFields: readonly CustomField[]): FilterReading {
  const { from, to, keyword, number, statuses, tags, labels, agent, owner, csatScores } = fields;
  const digits = number.trim().replace(/^#/, '');
  const errors: Partial<Record<keyof FilterFields, string>> = {};
  if (digits !== '' && !/^[1-9][0-9]{0,14}$/.test(digits)) errors.number = text('filter.number-needed');
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== '' && startOfDay(day, 0) === undefined) errors[name as 'from' | 'to'] = text('filter.day-needed');
  }
  if (from !== '' && to !== '' && from > to) errors.to = text('filter.range-turned');
  const customValues = customFields.flatMap(({ id, subject, kind }) => {
    const value = (fields[customKey(id)] ?? '').trim();
    const match: 'is' | 'contains' = kind === 'text' ? 'contains' : 'is';
    return value === '' ? [] : [{ of: subject, fieldId: id, value, match }];
  });
  if (Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  return {
    kind: 'filters',
    filters: {
      ...(from !== '' && { from: startOfDay(from, 0) }),
      ...(to !== '' && { to: startOfDay(to, 1) }),
      ...(keyword.trim() !== '' && { keyword: keyword.trim() }),
      ...(digits !== '' && { number: Number(digits) }),
      ...(statuses.length > 0 && { statuses: statuses as CaseStatus[] }),
      ...(tags.length > 0 && { tags: [...tags] }),
      ...(labels.length > 0 && { labels: [...labels] }),
      ...(agent !== '' && { agentId: agent }),
      ...(owner !== '' && { ownerId: owner === nobody ? null : owner }),
      ...(customValues.length > 0 && { customValues }),
      ...(csatScores.length > 0 && { csatScores: csatScores.map(Number) }),
    },
  };
}

/** When a day (YYYY-MM-DD) begins, or one so many days later; undefined for what is no day. */
function startOfDay(day: string, later: number): string | undefined {
  const date = new Date(`${day}T00:00:00`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime())) return undefined;
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
