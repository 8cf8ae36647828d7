import type { CaseSort, CaseSortKey } from '@discord-channel/contracts';

export interface SortOrder {
  /** Of a case `c` and its contact `p`, never null. */
  expression: string;
  type: 'bigint' | 'timestamptz' | 'text' | 'integer';
  /** An index goes along it, so that the first of many are found without looking at the rest. */
  indexed: boolean;
  direction: 'asc' | 'desc';
  /** What comes after, in this direction. */
  after: '<' | '>';
}

const keys: Record<CaseSortKey, Pick<SortOrder, 'expression' | 'type' | 'indexed'>> = {
  number: { expression: 'c.number', type: 'bigint', indexed: true },
  updated: { expression: 'c.updated_at', type: 'timestamptz', indexed: true },
  subject: { expression: 'lower(c.subject)', type: 'text', indexed: false },
  status: { expression: `array_position('{elevated,open,closed}'::text[], c.status)`, type: 'integer', indexed: false },
  customer: {
    expression: `lower(coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.display_name))`,
    type: 'text',
    indexed: false,
  },
  owner: { expression: `lower(coalesce(c.owner_name, ''))`, type: 'text', indexed: false },
  csat: { expression: 'coalesce(c.csat_score, 0)::integer', type: 'integer', indexed: false },
};

/** How a list of cases is put in order. Cases that are alike follow by number, in the same direction. */
export function sortOrder({ by, direction }: CaseSort): SortOrder {
  return direction === 'ascending'
    ? { ...keys[by], direction: 'asc', after: '>' }
    : { ...keys[by], direction: 'desc', after: '<' };
}
