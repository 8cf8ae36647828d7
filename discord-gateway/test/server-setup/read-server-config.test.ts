import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServerConfig } from '../../src/server-setup/read-server-config';

const example = join(__dirname, '../../discord-server.example.json');

async function written(content: unknown): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'server-config-')), 'discord-server.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const valid = { guildId: '200000000000000001', category: { name: 'Support' }, channels: { 'bug-report': {} } };

test('the example is a configuration, with the four channels', async () => {
  const config = await readServerConfig(example);
  expect(Object.keys(config.channels)).toEqual(['announcements', 'bug-report', 'feature-request', 'customer-service']);
});

test('what may be left out has a default', async () => {
  expect(await readServerConfig(await written(valid))).toEqual({ ...valid, language: 'en', team: [] });
});

test('a file that is not there names the example to copy', async () => {
  await expect(readServerConfig('/nowhere/discord-server.json')).rejects.toMatchObject({
    code: 'invalid-config',
    message: expect.stringMatching(/nowhere.*discord-server\.example\.json/),
  });
});

test.each([
  ['no JSON', '{', /is not JSON/],
  ['no server', { ...valid, guildId: undefined }, /guildId/],
  ['a language that we do not write', { ...valid, language: 'de' }, /language/],
  ['a channel for nothing that we know', { ...valid, channels: { memes: {} } }, /memes/],
  ['no channel', { ...valid, channels: {} }, /at least one channel/],
  [
    'a name that Discord would change',
    { ...valid, channels: { 'bug-report': { name: 'Bug Report' } } },
    /without blanks/,
  ],
  ['a topic that is too long', { ...valid, channels: { 'bug-report': { topic: 'x'.repeat(1_025) } } }, /topic/],
  ['hours without a time', { ...valid, hours: { timeZone: 'Europe/Paris', week: {} } }, /at least one open time/],
  [
    'a time zone that is none',
    { ...valid, hours: { timeZone: 'Paris', week: { mon: ['09:00-17:00'] } } },
    /Europe\/Warsaw/,
  ],
  [
    'an offset for a time zone',
    { ...valid, hours: { timeZone: '+02:00', week: { mon: ['09:00-17:00'] } } },
    /Europe\/Warsaw/,
  ],
  ['a time that is none', { ...valid, hours: { timeZone: 'UTC', week: { mon: ['9-25'] } } }, /such as "09:00-17:30"/],
  ['a day that is none', { ...valid, hours: { timeZone: 'UTC', week: { monday: ['09:00-17:00'] } } }, /monday/],
  [
    'a holiday that is none',
    { ...valid, hours: { timeZone: 'UTC', week: { mon: ['09:00-17:00'] }, holidays: ['2026-02-30'] } },
    /such as "2026-12-25"/,
  ],
  [
    'a message that tells no time',
    { ...valid, hours: { timeZone: 'UTC', week: { mon: ['09:00-17:00'] }, message: { en: 'Closed.' } } },
    /with \{when\}/,
  ],
  ['a misspelt field', { ...valid, chanels: {} }, /chanels/],
])('%s is refused, and it is said where', async (_name, content, where) => {
  await expect(readServerConfig(await written(content))).rejects.toMatchObject({
    code: 'invalid-config',
    message: expect.stringMatching(where),
  });
});
