import { takeAnnouncement } from '../../src/announcements/take-announcement';
import type { EffectDependencies } from '../../src/effects/effect';
import { postAnnouncement } from '../../src/effects/post-announcement';
import { readAnnouncements } from '../../src/store/announcements';
import { saveServerObject } from '../../src/store/server-objects';
import { applicationId, logger, type Relay, startRelay } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const guildId = '200000000000000001';
const channelId = '210000000000000001';
const createMessage = /^POST \/channels\/\d+\/messages$/;

const database = useDatabase();
let relay: Relay;
beforeEach(async () => {
  relay = startRelay(database());
  const server = { applicationId, guildId };
  await saveServerObject(relay.pool, server, 'channel:announcements', { discordId: channelId, created: true });
});

const take = (id: string) =>
  takeAnnouncement(
    { pool: relay.pool, applicationId },
    { id, title: 'Patch 2.1', body: 'Swords are sharper.', mention: 'none' },
  );
const post = (announcementId: string) =>
  postAnnouncement({ pool: relay.pool, rest: relay.discord.rest, applicationId, logger } as EffectDependencies, {
    guildId,
    announcementId,
  });
const standing = async (id: string) => (await readAnnouncements(relay.pool, { applicationId, id }))[0];

test('an announcement is posted once in the channel of the setup, however often its job runs', async () => {
  await take('patch-2.1');
  await post('patch-2.1');
  await post('patch-2.1');
  expect(relay.discord.messages).toMatchObject([
    { channelId, embeds: [{ title: 'Patch 2.1' }], enforce_nonce: true, allowed_mentions: { parse: [] } },
  ]);
  expect(await standing('patch-2.1')).toMatchObject({ state: 'sent', channelId, messageId: expect.any(String) });
});

test('Discord is down: the job fails, and its repetition posts', async () => {
  await take('patch-2.1');
  relay.discord.refuseNext({ on: createMessage, status: 503, code: 0 });
  await expect(post('patch-2.1')).rejects.toThrow();
  expect(await standing('patch-2.1')).toMatchObject({ state: 'waiting', problem: expect.stringContaining('503') });
  await post('patch-2.1');
  expect(relay.discord.messages).toHaveLength(1);
});

test('an attempt whose answer was lost is found in the channel, also when Discord has forgotten its nonce', async () => {
  await take('patch-2.1');
  relay.discord.loseAnswer(createMessage);
  await expect(post('patch-2.1')).rejects.toThrow();
  relay.discord.forgetNonces();
  await post('patch-2.1');
  expect(relay.discord.messages).toHaveLength(1);
  expect(await standing('patch-2.1')).toMatchObject({ state: 'sent' });
});

test('two announcements with the same words are both posted', async () => {
  await take('one');
  await post('one');
  await take('two');
  relay.discord.refuseNext({ on: createMessage, status: 503, code: 0 });
  await expect(post('two')).rejects.toThrow();
  await post('two');
  expect(relay.discord.messages).toHaveLength(2);
});

test('a permission that is missing is said, and the announcement waits for it', async () => {
  await take('patch-2.1');
  relay.discord.refuseNext({ on: createMessage, status: 403, code: 50013 });
  await expect(post('patch-2.1')).rejects.toThrow();
  expect(await standing('patch-2.1')).toMatchObject({
    state: 'waiting',
    problem: expect.stringMatching(/may not write.*setup:discord/),
  });
});

test('what Discord refuses for good has failed, and is tried again when it is handed over again', async () => {
  await take('patch-2.1');
  relay.discord.refuseNext({ on: createMessage, status: 400, code: 50035 });
  await post('patch-2.1');
  expect(await standing('patch-2.1')).toMatchObject({ state: 'failed' });
  await take('patch-2.1');
  await post('patch-2.1');
  expect(await standing('patch-2.1')).toMatchObject({ state: 'sent', problem: null });
});
