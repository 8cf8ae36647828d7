import { caseView, featureRequestListResponse, type ReportOrigin } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { findCases, findFeatureRequests, getCase, reportBug, requestFeature } from '../src';

const origin: ReportOrigin = {
  applicationId: '100000000000000001',
  guildId: '200000000000000001',
  guildName: 'Wumpus Quest',
  userId: '300000000000000001',
  username: 'wumpus',
  displayName: 'Wumpus',
  avatarUrl: null,
  locale: 'fr',
};
const report = {
  description: 'The game closes when I open the map.',
  steps: '1. Open the map',
  platform: 'pc',
} as const;

let database: TestDatabase;
let pool: Pool;
let lastInteraction = 1573511247096184832n;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'reports-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const newInteraction = () => String(++lastInteraction);
const bug = (title = 'Crash on the map', changes: Partial<Parameters<typeof reportBug>[1]> = {}) =>
  inTransaction(pool, (transaction) =>
    reportBug(transaction, { origin, interactionId: newInteraction(), title, report, ...changes }),
  );
const idea = (description: string, title: string | null = null, interactionId = newInteraction()) =>
  inTransaction(pool, (transaction) => requestFeature(transaction, { origin, interactionId, title, description }));

describe('reporting a bug', () => {
  test('opens a case of the player with the report, and says so in the timeline', async () => {
    const opened = await bug();
    const found = await getCase(pool, { caseId: opened.caseId });
    if (found.kind !== 'found') throw new Error('no case');
    expect(caseView.parse(found.case)).toMatchObject({
      number: opened.caseNumber,
      subject: 'Crash on the map',
      status: 'open',
      source: 'bug-command',
      report,
      conversationSids: [],
      contact: { discord: { userId: origin.userId, displayName: 'Wumpus', guildName: 'Wumpus Quest' } },
    });
    const { rows } = await pool.query(
      'select event, details, actor_kind, actor_id from case_management.case_timeline where case_id = $1',
      [opened.caseId],
    );
    expect(rows).toMatchObject([
      { event: 'case-opened', details: { source: 'bug-command' }, actor_kind: 'player', actor_id: origin.userId },
    ]);
  });

  test('opens one case per interaction, even when asked for at the same moment, and burns no number', async () => {
    const interactionId = newInteraction();
    const results = await Promise.all([1, 2, 3].map(() => bug('Twice', { interactionId })));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['already-open', 'already-open', 'opened']);
    const numbers = new Set(results.map(({ caseNumber }) => caseNumber));
    expect(numbers.size).toBe(1);
    expect((await bug()).caseNumber).toBe(Math.max(...numbers) + 1);
  });

  test('takes a report without steps and platform', async () => {
    const { caseId } = await bug('Bare', { report: { description: 'It broke.', steps: null, platform: null } });
    expect(await getCase(pool, { caseId })).toMatchObject({
      case: { report: { description: 'It broke.', steps: null, platform: null } },
    });
  });
});

describe('sharing an idea', () => {
  test('makes one record per interaction, with the beginning of the idea as its title where there is none', async () => {
    const interactionId = newInteraction();
    const first = await idea('A photo mode.\nWith filters.', null, interactionId);
    expect(await idea('A photo mode.\nWith filters.', null, interactionId)).toEqual({
      kind: 'already-recorded',
      number: first.number,
    });
    const { items } = featureRequestListResponse.parse(await findFeatureRequests(pool, { search: '' }));
    expect(items.filter(({ number }) => number === first.number)).toMatchObject([
      { title: 'A photo mode. With filters.', description: 'A photo mode.\nWith filters.', player: { locale: 'fr' } },
    ]);
  });
});

describe('finding', () => {
  test('finds a bug by its title, report and player together', async () => {
    const { caseNumber } = await bug('Dragon stuck', { report: { ...report, description: 'Below the bridge' } });
    const found = await findCases(pool, { search: 'dragon BRIDGE wumpus' });
    expect(found).toMatchObject({ page: { items: [{ number: caseNumber }] } });
  });

  test('looks through ideas the same way', async () => {
    const { number } = await idea('Let us pet the dog', 'Pets');
    expect((await findFeatureRequests(pool, { search: 'dog pets' })).items).toMatchObject([{ number }]);
    expect((await findFeatureRequests(pool, { search: 'dog', before: number })).items).toEqual([]);
  });
});
