import type { CustomField, ExportedCase } from '@discord-channel/contracts';
import { priorityName } from '../../case-panel/case-fields';
import { statusName } from '../../case-panel/describe-changes';
import { text } from '../../strings/text';

interface Column {
  head: string;
  cell: (exported: ExportedCase) => string | number | null | undefined;
}

const columns: readonly Column[] = [
  { head: text('sort.number'), cell: ({ number }) => number },
  { head: text('field.subject'), cell: ({ subject }) => subject },
  { head: text('status.label'), cell: ({ status }) => statusName(status) },
  { head: text('field.priority'), cell: ({ priority }) => priorityName(priority) },
  { head: text('field.category'), cell: ({ category }) => category },
  { head: text('field.tags'), cell: ({ tags }) => tags.join(', ') },
  { head: text('cases.column.source'), cell: ({ source }) => text(`source.${source}`) },
  { head: text('cases.column.customer'), cell: ({ customer }) => customer.name },
  { head: text('field.email'), cell: ({ customer }) => customer.email },
  { head: text('field.phone'), cell: ({ customer }) => customer.phone },
  { head: text('player.username'), cell: ({ username }) => username },
  { head: text('field.labels'), cell: ({ labels }) => labels.join(', ') },
  { head: text('field.owner'), cell: ({ owner }) => owner?.name },
  { head: text('case.opened'), cell: ({ createdAt }) => createdAt },
  { head: text('case.updated'), cell: ({ updatedAt }) => updatedAt },
  { head: text('export.updated-by'), cell: ({ updatedBy }) => updatedBy },
  { head: text('case.closed'), cell: ({ closedAt }) => closedAt },
  { head: text('field.followUpOn'), cell: ({ followUpOn }) => followUpOn },
  { head: text('field.elevationReason'), cell: ({ elevationReason }) => elevationReason },
  { head: text('field.resolution'), cell: ({ resolution }) => resolution },
  { head: text('sort.csat'), cell: ({ csatScore }) => csatScore },
];

/**
 * Cases as rows of cells under the heads of their columns. The team's fields are columns too, those that were deleted
 * as long as something stands in them. Times are in ISO 8601, in UTC.
 */
export function toSheet(cases: readonly ExportedCase[], fields: readonly CustomField[]): string[][] {
  const all = [...columns, ...fields.flatMap((field) => toColumn(field, cases))];
  return [all.map(({ head }) => head), ...cases.map((one) => all.map(({ cell }) => String(cell(one) ?? '')))];
}

function toColumn(field: CustomField, cases: readonly ExportedCase[]): Column[] {
  const { id, kind, subject, deleted } = field;
  const held = (one: ExportedCase) => (subject === 'case' ? one.customValues : one.contactCustomValues)[id];
  if (deleted && !cases.some((one) => held(one) !== undefined)) return [];
  const name = deleted ? text('custom.deleted', { name: field.name }) : field.name;
  const head = subject === 'case' ? name : text('export.of-contact', { name });
  return [{ head, cell: (one) => (kind === 'checkbox' && held(one) ? text('custom.yes') : held(one)) }];
}
