import { readChangedCases, readSettingsDigest } from '@discord-channel/case-management';
import { type ChangedCases, changedCasesDocument } from '@discord-channel/contracts';
import type { Effect } from './effect';

/** Tells every desk which cases changed last, and whether settings did. Who shows one of them looks at it anew. */
export const publishCaseChanges: Effect<'publish-case-changes'> = async ({ pool, syncDocuments }) => {
  const data: ChangedCases = { changes: await readChangedCases(pool), settings: await readSettingsDigest(pool) };
  await syncDocuments.put(changedCasesDocument, data);
};
