import { markAgentJoined } from '../../src/store/conversations';
import { addPlayerNotice } from '../../src/store/player-notices';
import { direct, dmChannelId, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
let sid: string;
beforeEach(async () => {
  relay = startRelay(database());
  await relay.receive(direct('1573511247096184832', 'hello'));
  await relay.handleInbound();
  sid = relay.twilio.conversations[0]?.sid ?? '';
});

async function agentSaid(body: string) {
  const message = relay.twilio.say(sid, 'kim', body);
  await relay.webhook(sid, message);
  await relay.handleOutbound();
  relay.discord.requests.length = 0;
  return message;
}
const long = (...letters: string[]) => letters.map((letter) => letter.repeat(1_500)).join('\n\n');
const beginnings = () => relay.discord.contents().map((content) => content?.slice(0, 1));

test('an agent’s edit changes the message that the player has', async () => {
  const { index } = await agentSaid('teh answer');
  await relay.changeWebhook('onMessageUpdated', sid, relay.twilio.edit(sid, index, 'the answer'));
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['the answer']);
  expect(relay.discord.requests).toEqual([expect.stringMatching(/^PATCH/)]);
});

test('an update of attributes only costs no request', async () => {
  const message = await agentSaid('hi');
  const outcome = await relay.changeWebhook('onMessageUpdated', sid, { ...message, attributes: '{"seen":true}' });
  await relay.handleOutbound();
  expect(outcome).toBe('ignored');
  expect(relay.discord.requests).toEqual([]);
});

test('an edited long message is split anew: parts that stay cost nothing, others are changed, added or taken away', async () => {
  const { index } = await agentSaid(long('a', 'b'));
  await relay.changeWebhook('onMessageUpdated', sid, relay.twilio.edit(sid, index, long('a', 'x', 'c')));
  await relay.handleOutbound();
  expect(beginnings()).toEqual(['a', 'x', 'c']);
  expect(relay.discord.requests.map((request) => request.split(' ')[0])).toEqual(['PATCH', 'POST']);
  await relay.changeWebhook(
    'onMessageUpdated',
    sid,
    relay.twilio.edit(sid, index, long('a')),
    new Date(Date.now() + 1),
  );
  await relay.handleOutbound();
  expect(beginnings()).toEqual(['a']);
});

test('a part that is added is added once when its answer is lost', async () => {
  const { index } = await agentSaid('a');
  relay.discord.loseAnswer(/^POST/);
  await relay.changeWebhook('onMessageUpdated', sid, relay.twilio.edit(sid, index, long('a', 'b')));
  await relay.handleOutbound();
  expect(beginnings()).toEqual(['a', 'b']);
});

test('a deleted message goes with all its parts, also when an answer is lost', async () => {
  const message = await agentSaid(long('a', 'b'));
  relay.discord.loseAnswer(/^DELETE/);
  await relay.changeWebhook('onMessageRemoved', sid, message);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual([]);
  expect(relay.discord.requests.filter((request) => request.startsWith('DELETE'))).toHaveLength(3);
  expect(await relay.query(`select state from relay.outbox where message_index = ${message.index}`)).toEqual([
    { state: 'deleted' },
  ]);
});

test('a change that comes before its message is delivered is made right after', async () => {
  const message = relay.twilio.say(sid, 'kim', 'first');
  await relay.webhook(sid, message);
  await relay.changeWebhook('onMessageUpdated', sid, relay.twilio.edit(sid, message.index, 'second'));
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['second']);
});

test('an update tells of a message whose own webhook was lost', async () => {
  const message = relay.twilio.say(sid, 'kim', 'first');
  await relay.changeWebhook('onMessageUpdated', sid, relay.twilio.edit(sid, message.index, 'second'));
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['second']);
});

test('a removal that is told before the message keeps it from the player', async () => {
  const message = relay.twilio.say(sid, 'kim', 'never mind');
  await relay.changeWebhook('onMessageRemoved', sid, message);
  await relay.webhook(sid, message);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual([]);
});

test('an older edit that comes late changes nothing, and nothing brings a deleted message back', async () => {
  const message = await agentSaid('one');
  const webhook = (kind: 'onMessageUpdated' | 'onMessageRemoved', body: string, second: number) =>
    relay.changeWebhook(kind, sid, { ...message, body }, new Date(Date.now() + second * 1_000));
  await webhook('onMessageUpdated', 'three', 3);
  await relay.handleOutbound();
  await webhook('onMessageUpdated', 'two', 2);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['three']);
  await webhook('onMessageRemoved', 'three', 4);
  await webhook('onMessageUpdated', 'two', 5);
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual([]);
});

test('edits and deletions whose webhooks were lost are found when the conversation’s end is compared', async () => {
  await markAgentJoined(relay.pool, sid);
  const edited = await agentSaid('edited');
  const deleted = await agentSaid('deleted');
  await agentSaid('last');
  relay.twilio.edit(sid, edited.index, 'better');
  relay.twilio.deleteMessage(sid, deleted.index);
  relay.twilio.calls.length = 0;
  await relay.compareEnds();
  await relay.handleOutbound();
  expect(relay.twilio.calls).toEqual(['latestMessages']);
  expect(relay.discord.contents()).toEqual(['better', 'last']);
});

test('of two edits in one second the last is found when its webhook was lost, although REST tells whole seconds', async () => {
  await markAgentJoined(relay.pool, sid);
  const { index } = await agentSaid('one');
  const second = Math.floor(Date.now() / 1_000) * 1_000;
  const editedAt = (body: string, atMs: number) =>
    Object.assign(relay.twilio.edit(sid, index, body), { dateUpdated: new Date(atMs).toISOString() });
  await relay.changeWebhook('onMessageUpdated', sid, editedAt('two', second), new Date(second + 300));
  await relay.handleOutbound();
  editedAt('three', second);
  // While the second may not be over for Twilio, another edit in it may have come after the look.
  await relay.compareEnds();
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['two']);
  jest.spyOn(Date, 'now').mockReturnValue(second + 16_000);
  await relay.compareEnds();
  jest.restoreAllMocks();
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['three']);
  // It is as it is: nothing is changed once more, and the edit before it does not come back.
  relay.discord.requests.length = 0;
  await relay.changeWebhook('onMessageUpdated', sid, editedAt('two', second), new Date(second + 300));
  await relay.compareEnds();
  await relay.handleOutbound();
  expect(relay.discord.requests).toEqual([]);
});

test('so is the deletion of the last message, once it cannot have come after the look', async () => {
  await markAgentJoined(relay.pool, sid);
  const last = await agentSaid('never mind');
  relay.twilio.deleteMessage(sid, last.index);
  await relay.compareEnds();
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['never mind']);
  await relay.query(`update relay.outbox set done_at = done_at - interval '16 seconds'`);
  await relay.compareEnds();
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual([]);
});

test('an edit that Discord refuses for good is told to the agent, and nothing is held up', async () => {
  await markAgentJoined(relay.pool, sid);
  const { index } = await agentSaid('one');
  relay.discord.refuseNext({ on: /^PATCH/, status: 403, code: 50_001 });
  await relay.changeWebhook('onMessageUpdated', sid, relay.twilio.edit(sid, index, 'two'));
  await relay.handleOutbound();
  expect(JSON.parse(relay.twilio.conversations[0]?.messages[index]?.attributes ?? '{}')).toMatchObject({
    delivery: { state: 'failed', reason: expect.stringContaining('still sees what it said before') },
  });
  await addPlayerNotice(relay.pool, { key: 'ended', dmChannelId, text: 'This chat has ended.' });
  await relay.handleOutbound();
  expect(relay.discord.contents()).toEqual(['one', 'This chat has ended.']);
});

test('somebody else changing what the player wrote changes nothing in Discord', async () => {
  const own = relay.twilio.conversations[0]?.messages[0];
  if (!own) throw new Error('The player wrote nothing');
  expect(await relay.changeWebhook('onMessageUpdated', sid, { ...own, body: 'forged' })).toBe('ignored');
  expect(await relay.changeWebhook('onMessageRemoved', sid, own)).toBe('ignored');
  await relay.handleOutbound();
  expect(relay.discord.requests).toEqual([]);
});
