import type { ChangedCase, maxChangedCases } from '@discord-channel/contracts';

/** The contract's limit. */
const limit: typeof maxChangedCases = 50;

export interface NamedChanges {
  changes: Pick<ChangedCase, 'caseId' | 'change'>[];
  full: boolean;
  /** Undefined when the document says nothing of them. */
  settings: string | undefined;
}

/** Reads the document; every desk may write into it, so what is not as it should be is left out. */
export function readChangedCases(data: unknown): NamedChanges {
  const listed = isRecord(data) && Array.isArray(data.changes) ? data.changes : [];
  const changes = listed.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return [];
    const { caseId, change } = entry;
    return typeof caseId === 'string' && typeof change === 'number' ? [{ caseId, change }] : [];
  });
  const settings = isRecord(data) && typeof data.settings === 'string' ? data.settings : undefined;
  return { changes, full: changes.length >= limit, settings };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
