import { type BringFileDependencies, bringFile, maxFileBytes } from '../../src/inbound/bring-file';
import { createCdnDouble, fileAnswer } from '../doubles/cdn-double';
import { createDiscordDouble } from '../doubles/discord-double';
import { createTwilioDouble } from '../doubles/twilio-double';

const url = 'https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1';
const file = {
  messageId: '1573511247096184832',
  part: 0,
  attachmentId: '600000000000000001',
  name: 'cat.png',
  contentType: 'image/png',
  size: 5,
  url,
};

function setUp(patience = { stallMs: 1_000, totalMs: 2_000 }) {
  const cdn = createCdnDouble();
  const twilio = createTwilioDouble();
  const ending = new AbortController();
  const failed: string[] = [];
  const observer = { failed: (code: string) => void failed.push(code), waits: () => {} };
  const deps: BringFileDependencies = {
    rest: createDiscordDouble().rest,
    cdnUrl: 'https://cdn.discordapp.com',
    fetch: cdn.fetch,
    media: twilio.media,
    observer,
    patience,
    signal: ending.signal,
  };
  return { ending, cdn, twilio, failed, bring: () => bringFile(deps, '400000000000000001', file) };
}

test('nothing of ours goes to the host of the file, and no redirection is followed', async () => {
  const { cdn, bring } = setUp();
  cdn.answer(url, fileAnswer('a cat'));
  expect(await bring()).toEqual({ kind: 'uploaded', mediaSid: expect.stringMatching(/^ME/), bytes: 5 });
  const { redirect, headers, credentials } = cdn.requests[0]?.init ?? {};
  expect({ redirect, headers, credentials }).toEqual({
    redirect: 'error',
    headers: { 'accept-encoding': 'identity' },
    credentials: undefined,
  });
});

test('a file that is announced as larger than Twilio takes is not read at all', async () => {
  const { cdn, twilio, bring } = setUp();
  const cancel = jest.fn();
  const content = new ReadableStream({ cancel }, { highWaterMark: 0 });
  cdn.answer(url, () => new Response(content, { headers: { 'content-length': `${maxFileBytes + 1}` } }));
  expect(await bring()).toEqual({ kind: 'left-out', why: 'too-big' });
  expect(twilio.uploads.size).toBe(0);
  expect(cancel).toHaveBeenCalledTimes(1);
});

test('a file that turns out to be larger while it is read is left out', async () => {
  const { cdn, twilio, bring } = setUp();
  const chunk = new Uint8Array(maxFileBytes / 2);
  let sent = 0;
  const content = new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > 3) controller.close();
      else controller.enqueue(chunk);
    },
  });
  cdn.answer(url, () => new Response(content));
  expect(await bring()).toEqual({ kind: 'left-out', why: 'too-big' });
  expect(twilio.uploads.size).toBe(0);
});

test.each([
  ['503', () => new Response('', { status: 503 }), { code: 'http-503' }],
  [
    '429',
    () => new Response('', { status: 429, headers: { 'retry-after': '7' } }),
    { code: 'http-429', retryAfterMs: 7_000 },
  ],
  ['nothing for too long', () => new Promise<never>(() => {}), { code: 'timeout' }],
  [
    'a broken line',
    () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })),
    { code: 'ECONNRESET' },
  ],
])('when the host answers %s it is counted, and to be tried again', async (_, answer, failure) => {
  const { cdn, failed, bring } = setUp({ stallMs: 50, totalMs: 500 });
  cdn.answer(url, answer);
  await expect(bring()).rejects.toMatchObject({ name: 'TransferFailed', service: 'discord', ...failure });
  expect(failed).toEqual([`cdn-${failure.code}`]);
});

test('a worker that ends cuts a file off and leaves it to the next one', async () => {
  const { ending, cdn, bring } = setUp({ stallMs: 60_000, totalMs: 60_000 });
  cdn.answer(url, () => new Promise<never>(() => {}));
  const bringing = bring();
  ending.abort();
  await expect(bringing).rejects.toMatchObject({ name: 'TransferFailed' });
});
