import type { CaseSummary } from '@discord-channel/contracts';

export interface SummaryRow {
  id: string;
  number: string;
  subject: string;
  status: CaseSummary['status'];
  source: CaseSummary['source'];
  created_at: Date;
  display_name: string;
}

/** Rows of cases as a list shows them. */
export function readSummaries(rows: readonly SummaryRow[]): CaseSummary[] {
  return rows.map((row) => ({
    id: row.id,
    number: Number(row.number),
    subject: row.subject,
    status: row.status,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    playerName: row.display_name,
  }));
}
