import { DiscordAPIError, HTTPError } from '@discordjs/rest';
import { discordFailure } from '../../src/discord/discord-failure';

const api = (code: number, status: number) =>
  new DiscordAPIError({ message: 'no', code }, code, status, 'POST', 'https://discord.com', {
    body: {},
    files: undefined,
  });

test.each<[string, unknown, unknown]>([
  ['a player who takes no DMs', api(50007, 403), { kind: 'refused', code: 50007 }],
  ['no shared server', api(50278, 403), { kind: 'refused', code: 50278 }],
  ['a missing channel', api(10003, 404), { kind: 'refused', code: 10003 }],
  ['DMs opened too fast', api(40003, 429), { kind: 'again', code: '40003' }],
  ['a token that was reset', api(0, 401), { kind: 'again', code: '0' }],
  [
    'a server error',
    new HTTPError(503, 'Unavailable', 'POST', 'https://discord.com', { body: {}, files: undefined }),
    { kind: 'again', code: 'http-503' },
  ],
  ['a time-out', Object.assign(new Error('aborted'), { name: 'AbortError' }), { kind: 'again', code: 'timeout' }],
  [
    'a broken connection',
    new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) }),
    { kind: 'again', code: 'ECONNRESET' },
  ],
  ['a defect of ours', new TypeError('x is not a function'), undefined],
])('%s', (_name, error, failure) => {
  expect(discordFailure(error)).toEqual(failure);
});
