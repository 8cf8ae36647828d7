import { type CaseReference, findDeletedCase } from '@discord-channel/case-management';
import type { Pool } from '@discord-channel/database';
import type { PanelOutcome } from './panel-function';
import { panelRefusals } from './panel-refusals';

/** Says why there is no case: it was deleted, by whom and when, or there never was one. */
export async function refuseMissingCase(pool: Pool, reference: CaseReference): Promise<PanelOutcome> {
  const deleted = await findDeletedCase(pool, reference);
  return { kind: 'refused', refusal: deleted ? panelRefusals.caseDeleted(deleted) : panelRefusals.caseNotFound() };
}
