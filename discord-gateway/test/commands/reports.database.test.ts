import { randomInt } from 'node:crypto';
import type { DispatchMeaning } from '../../src/inbound/read-dispatch';
import { applicationId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const guildId = '200000000000000001';
const editAnswer = /^PATCH \/webhooks\//;
const report = { title: 'Crash on the map', description: 'It closes.', steps: 'Open the map', platform: 'pc' };

/** Interactions of long ago, each another one: acknowledgements are not on their way any more. */
let interactionId: string;
const call = (name: string, options: Record<string, string>, player = wumpus): DispatchMeaning => ({
  kind: 'command',
  call: { interactionId, token: 'interaction-token', name, guildId, options, player },
});

const database = useDatabase();
let relay: Relay;
beforeEach(async () => {
  interactionId = `11635${randomInt(1e10, 1e11)}${randomInt(100, 999)}`;
  relay = startRelay(database());
  await relay.receive({ kind: 'guild-seen', guildId, name: 'Wumpus Quest' });
});

const cases = async () =>
  (
    await database().query(
      `select c.number::int, c.subject, c.source, c.guild_name, r.description, r.steps, r.platform, p.locale, p.application_id
       from case_management.bug_reports r join case_management.cases c on c.id = r.case_id
       join case_management.contacts p on p.id = c.contact_id where r.interaction_id = $1`,
      [interactionId],
    )
  ).rows;
const ideas = async () =>
  (
    await database().query(
      'select number::int, title, description from case_management.feature_requests where interaction_id = $1',
      [interactionId],
    )
  ).rows;
const handle = async (meaning: DispatchMeaning) => {
  await relay.receive(meaning);
  await relay.handleInbound();
};

test('/bug opens a case with the report, thanks the player and shows the page of known issues', async () => {
  await handle(call('bug', report));
  const [opened] = await cases();
  expect(opened).toMatchObject({
    subject: 'Crash on the map',
    source: 'bug-command',
    guild_name: 'Wumpus Quest',
    description: 'It closes.',
    steps: 'Open the map',
    platform: 'pc',
    application_id: applicationId,
  });
  expect(relay.discord.answerBodies).toEqual([
    {
      content: `Hi <@${wumpus.userId}>! Thank you for reporting a potential bug! Your case id is ${opened.number}: \`Crash on the map\``,
      embeds: [expect.objectContaining({ title: 'Known Issues Page', url: 'https://game.example/known-issues' })],
      allowed_mentions: { parse: [], users: [wumpus.userId] },
    },
  ]);
});

test('/new_feature records the idea, thanks the player and shows the latest releases', async () => {
  await handle(call('new_feature', { description: 'A photo mode' }));
  const [recorded] = await ideas();
  expect(recorded).toMatchObject({ title: 'A photo mode', description: 'A photo mode' });
  expect(relay.discord.answerBodies).toEqual([
    {
      content: `Hi <@${wumpus.userId}>! Thank you for sharing your idea! It is number ${recorded.number} on our list: \`A photo mode\``,
      embeds: [expect.objectContaining({ title: 'Latest Releases', url: 'https://game.example/releases' })],
      allowed_mentions: { parse: [], users: [wumpus.userId] },
    },
  ]);
});

test('the same interaction told twice, and handled again after its answer was lost, makes one case and one number', async () => {
  relay.discord.loseAnswer(editAnswer);
  await relay.receive(call('bug', report));
  await relay.receive(call('bug', report));
  await relay.handleInbound();
  expect(await cases()).toHaveLength(1);
  expect(new Set(relay.discord.answers.map(({ content }) => content)).size).toBe(1);
});

test('what a player writes cannot ping, link or format in the answer that everybody reads', async () => {
  await handle(call('bug', { ...report, title: '@everyone <@1> [x](https://evil.example) `out` **b**' }));
  const [body] = relay.discord.answerBodies;
  expect(body?.content).toContain(': `@everyone <@1> [x](https://evil.example) ˋoutˋ **b**`');
  expect(body?.allowed_mentions).toEqual({ parse: [], users: [wumpus.userId] });
});

test('a report of white space is not taken, and the player is told', async () => {
  await handle(call('bug', { title: '  ', description: ' ' }));
  expect(await cases()).toEqual([]);
  expect(relay.discord.answers).toMatchObject([{ content: expect.stringMatching(/^There was nothing to read/) }]);
});

test('a platform that this release does not know leaves the rest of the report', async () => {
  await handle(call('bug', { ...report, platform: 'dreamcast' }));
  expect(await cases()).toMatchObject([{ platform: null, description: 'It closes.' }]);
});

test.each([
  ['fr', /^Bonjour .*Merci d'avoir signalé/],
  ['ja', /不具合のご報告ありがとうございます/],
  ['de', /^Hi /],
])('a player whose Discord speaks %s is thanked accordingly', async (locale, thanks) => {
  await handle(call('bug', report, { ...wumpus, locale }));
  expect(relay.discord.answers[0]?.content).toMatch(thanks);
});

test('the language that a player chose goes before that of Discord', async () => {
  await handle(call('language', { language: 'ar' }));
  interactionId = `${BigInt(interactionId) + 1n}`;
  await handle(call('new_feature', { description: 'dogs' }));
  expect(relay.discord.answers.at(-1)?.content).toContain('شكرًا لمشاركة فكرتك');
});

test('a player whose command can no longer be answered is told in the DM, once', async () => {
  relay.discord.refuseNext({ on: editAnswer, status: 404, code: 10015 });
  await handle(call('bug', report));
  const [opened] = await cases();
  expect(relay.discord.contents()).toEqual([expect.stringContaining(`Your case id is ${opened.number}`)]);
  expect(relay.discord.messages[0]?.allowed_mentions).toEqual({ parse: [] });
});

test('a command that keeps failing is given up in the end, and the player is told', async () => {
  await database().query('alter table case_management.bug_reports rename to bug_reports_away');
  try {
    await handle(call('bug', report));
  } finally {
    await database().query('alter table case_management.bug_reports_away rename to bug_reports');
  }
  expect(relay.discord.answers).toMatchObject([{ content: expect.stringMatching(/^Something went wrong/) }]);
  expect(await relay.query('select state from relay.inbox')).toEqual([{ state: 'parked' }]);
});
