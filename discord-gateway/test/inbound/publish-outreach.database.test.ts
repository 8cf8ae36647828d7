import { randomUUID } from 'node:crypto';
import { readOutreach, reportBug, requestOutreach } from '@discord-channel/case-management';
import type { Actor } from '@discord-channel/contracts';
import { inTransaction } from '@discord-channel/database';
import { rememberPlayers } from '../../src/store/dm-channels';
import { addToInbox } from '../../src/store/inbox';
import { applicationId, direct, dmChannelId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const first = '1573511247096184832';
const kim: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };
const workerSid = `WK${'1'.repeat(32)}`;

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

/** An agent has written to the player of a case, and the message waits in the DM's lane. */
async function writtenByAgent(text = 'It works again') {
  const { caseId } = await inTransaction(relay.pool, (db) =>
    reportBug(db, {
      origin: { ...wumpus, applicationId, guildId: null, guildName: null },
      interactionId: randomUUID(),
      title: 'The map crashes',
      report: { description: 'It crashes', steps: null, platform: null },
    }),
  );
  const outreachId = randomUUID();
  await requestOutreach(relay.pool, { caseId, outreachId, text, actor: kim, workerSid });
  await rememberPlayers(relay.pool, applicationId, [{ dmChannelId, player: wumpus }]);
  await addToInbox(relay.pool, [
    { discordId: `outreach:${outreachId}`, lane: dmChannelId, kind: 'outreach', payload: { outreachId } },
  ]);
  const outreach = async () => (await readOutreach(relay.pool, outreachId))?.outreach;
  return { caseId, outreachId, outreach };
}
const said = () => relay.discord.messages.map(({ content }) => content);
const transcript = () => relay.twilio.conversations[0]?.messages.map(({ author, body }) => [author, body]);
const modes = () =>
  relay.query('select mode, outreach_worker_sid, agent_wanted from virtual_agent.conversations order by created_at');

test('what an agent writes first is told in the DM, stands in a new conversation, and Flex is asked for that agent', async () => {
  const { caseId, outreach } = await writtenByAgent();
  await relay.handleInbound();
  expect(said()).toEqual(['It works again']);
  expect(transcript()).toEqual([[kim.id, 'It works again']]);
  const conversationSid = relay.twilio.conversations[0]?.sid;
  expect(await outreach()).toMatchObject({ state: 'sent', conversationSid });
  expect(await modes()).toEqual([{ mode: 'handing-off', outreach_worker_sid: workerSid, agent_wanted: true }]);
  expect(await relay.query('select case_id, conversation_sid from case_management.case_conversations')).toEqual([
    { case_id: caseId, conversation_sid: conversationSid },
  ]);
  await relay.handleOutbound();
  expect(said()).toEqual(['It works again']);
});

test.each(['createConversation', 'addParticipant', 'addRelayWebhook', 'postMessage'] as const)(
  'when the answer to %s is lost the player still reads it once, and so does the agent',
  async (on) => {
    await writtenByAgent();
    relay.twilio.failNext({ on, kind: 'lost' });
    await relay.handleInbound();
    expect(said()).toEqual(['It works again']);
    expect(transcript()).toEqual([[kim.id, 'It works again']]);
    expect(relay.twilio.conversations).toHaveLength(1);
  },
);

test('a player who takes no direct messages costs no conversation, and the agent is told why', async () => {
  const { outreach } = await writtenByAgent();
  relay.discord.refuseNext({ on: /POST .*messages/, status: 403, code: 50007 });
  await relay.handleInbound();
  expect(await outreach()).toMatchObject({
    state: 'failed',
    failure: 'The player does not accept direct messages from us.',
  });
  expect(relay.twilio.conversations).toEqual([]);
});

test('goes on in the conversation that the virtual agent has with the player', async () => {
  await relay.receive(direct(first, 'hello?'));
  await relay.handleInbound();
  await writtenByAgent();
  await relay.handleInbound();
  expect(relay.twilio.conversations).toHaveLength(1);
  expect(transcript()?.map(([, body]) => body)).toEqual(['hello?', 'It works again']);
  expect(await modes()).toMatchObject([{ mode: 'handing-off' }]);
});

test.each([
  ['agent', /^An agent is talking/],
  ['handing-off', /^This player is waiting/],
])('is not said while the conversation is in mode %s, and the agent is told so', async (mode, failure) => {
  await relay.receive(direct(first, 'hello?'));
  await relay.handleInbound();
  await relay.query(`update virtual_agent.conversations set mode = '${mode}'`);
  const { outreach } = await writtenByAgent();
  await relay.handleInbound();
  expect(await outreach()).toMatchObject({ state: 'failed', failure: expect.stringMatching(failure) });
  expect(said()).toEqual([]);
});

test('is said once, however often the row is handled', async () => {
  const { outreachId } = await writtenByAgent();
  await relay.handleInbound();
  await relay.query(`update relay.inbox set state = 'waiting', payload = '{"outreachId":"${outreachId}"}'`);
  await relay.restart();
  await relay.handleInbound();
  expect(said()).toEqual(['It works again']);
  expect(transcript()).toHaveLength(1);
});
