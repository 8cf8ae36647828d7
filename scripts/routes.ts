import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRoutes } from '../sandbox/src/routes/all-routes';
import { readRecordedHits } from '../sandbox/src/routes/recorded-hits';
import { readRouteTable, routeLines, routeTableProblems, writeRouteTable } from '../sandbox/src/routes/route-table';

const path = join(__dirname, '../sandbox/ROUTES.md');

/**
 * `npm run routes`: writes sandbox/ROUTES.md from what the last run of the tests and scenarios called.
 * With `--check`: compares it with the routes that are registered.
 */
async function main(): Promise<void> {
  const routes = await allRoutes();
  if (!process.argv.includes('--check')) {
    const recorded = { tests: readRecordedHits('tests'), scenarios: readRecordedHits('scenarios') };
    if (recorded.tests.length === 0 || recorded.scenarios.length === 0) {
      throw new Error('There is no record of what is called. Run the whole of `npm test` first, with a Chromium.');
    }
    writeFileSync(path, writeRouteTable(routeLines(routes, recorded)));
    console.log(`Wrote ${routes.length} routes to sandbox/ROUTES.md`);
  }
  const problems = routeTableProblems(readRouteTable(readFileSync(path, 'utf8')), routes);
  if (problems.length === 0) return;
  throw new Error(`sandbox/ROUTES.md:\n${problems.join('\n')}\nAfter \`npm test\`, \`npm run routes\` writes it anew.`);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
