import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { discordFailure } from '../../src/discord/discord-failure';

const api = (code: number, status: number) =>
  new DiscordAPIError({ message: 'no', code }, code, status, 'POST', 'https://discord.com', {
    body: {},
    files: undefined,
  });

const limited = (timeToReset: number, retryAfter: number, sublimitTimeout: number) =>
  new RateLimitError({
    ...{ timeToReset, retryAfter, sublimitTimeout, global: false, scope: 'user', limit: 5, majorParameter: '4' },
    ...{ method: 'POST', url: 'https://discord.com', route: '/channels/:id/messages', hash: 'create-message' },
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
  [
    'a bucket, for as long as it lasts',
    limited(730, 1_050, 0),
    { kind: 'not-now', code: 'rate-limit', retryAfterMs: 730 },
  ],
  ['a part of a route', limited(50, 3_050, 3_050), { kind: 'not-now', code: 'rate-limit', retryAfterMs: 3_050 }],
  ['a 429 that says no time', limited(50, 0, 0), { kind: 'not-now', code: 'rate-limit', retryAfterMs: 1_000 }],
  ['a defect of ours', new TypeError('x is not a function'), undefined],
])('%s', (_name, error, failure) => {
  expect(discordFailure(error)).toEqual(failure);
});
