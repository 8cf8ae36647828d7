import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HitKind, readRecordedHits } from './recorded-hits';
import { readRouteTable, staleLines } from './route-table';

/** After a whole run of the tests or the scenarios: what sandbox/ROUTES.md says of them and is no longer so. */
export function findStaleRoutes(kind: HitKind): string[] {
  const table = readRouteTable(readFileSync(join(__dirname, '../../ROUTES.md'), 'utf8'));
  return staleLines(table, kind, readRecordedHits(kind));
}
