import type { RecordedHits } from '../../src/routes/recorded-hits';
import type { EmulatedRoute } from '../../src/routes/route-ledger';
import {
  readRouteTable,
  routeLines,
  routeTableProblems,
  staleLines,
  writeRouteTable,
} from '../../src/routes/route-table';

const read: EmulatedRoute = { service: 'api.example', route: 'GET /things/:thing', contract: 'OpenAPI' };
const write: EmulatedRoute = { service: 'api.example', route: 'POST /things', contract: 'a client, 1.0' };
const hits = (kind: RecordedHits['kind'], file: string, ...routes: string[]): RecordedHits => ({ kind, file, routes });
const tests = [hits('tests', 'test/a.test.ts', 'api.example GET /things/:thing')];
const scenarios = [hits('scenarios', 'scenarios/b.scenario.ts', 'api.example GET /things/:thing')];

test('the table says which files call a route, and can be read again', () => {
  const lines = routeLines([write, read], { tests, scenarios });
  expect(lines).toEqual([
    {
      key: 'api.example GET /things/:thing',
      contract: 'OpenAPI',
      tests: ['test/a.test.ts'],
      scenarios: ['scenarios/b.scenario.ts'],
    },
    { key: 'api.example POST /things', contract: 'a client, 1.0', tests: [], scenarios: [] },
  ]);
  expect(readRouteTable(writeRouteTable(lines))).toEqual(lines);
});

test('a route that nobody exercises, a new one and one that is gone are problems', () => {
  expect(routeTableProblems(routeLines([read, write], { tests, scenarios }), [read, write])).toEqual([
    expect.stringMatching(/POST \/things is exercised by nobody/),
  ]);
  const table = routeLines([read], { tests, scenarios });
  expect(routeTableProblems(table, [read])).toEqual([]);
  expect(routeTableProblems(table, [read, write])).toEqual([expect.stringMatching(/registered and not in the table/)]);
  expect(routeTableProblems(table, [])).toEqual([expect.stringMatching(/in the table and not registered/)]);
});

test('the table names three callers and counts the others', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((name) => hits('tests', name, 'api.example GET /things/:thing'));
  const table = writeRouteTable(routeLines([read], { tests: many, scenarios: [] }));
  expect(table).toContain('| `a`, `b`, `c` and 2 more |');
  expect(readRouteTable(table)[0]?.tests).toEqual(['a', 'b', 'c']);
});

test('a whole run that no longer calls a route makes its line stale', () => {
  const table = routeLines([read], { tests: [], scenarios });
  expect(staleLines(table, 'scenarios', scenarios)).toEqual([]);
  expect(staleLines(table, 'scenarios', [])).toEqual([expect.stringMatching(/called by none of the scenarios/)]);
  const tested = routeLines([read], { tests, scenarios });
  expect(staleLines(tested, 'tests', [])).toEqual([expect.stringMatching(/called by none of the tests/)]);
});

test('a route that tests call may be spared by the scenarios', () => {
  expect(staleLines(routeLines([read], { tests, scenarios }), 'scenarios', [])).toEqual([]);
});
