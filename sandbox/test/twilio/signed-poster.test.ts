import twilio from 'twilio';
import { createSignedPoster } from '../../src/twilio/signed-poster';
import { startReceiver, type WebhookReceiver } from './conversations/start-conversations';

const authToken = '0123456789abcdef0123456789abcdef';

describe('posting as Twilio does', () => {
  let receiver: WebhookReceiver;
  const poster = createSignedPoster({ authToken });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());
  afterAll(() => poster.close());

  test('a form is signed over the address as it was given and the fields', async () => {
    const url = `${receiver.url}/hook?a=it's&b=1`;
    const outcome = await poster.postForm(url, { Body: 'a b&c', Author: 'x' }, 5_000);
    expect(outcome).toMatchObject({ kind: 'answered', status: 200, body: 'ok' });
    const [post] = receiver.posts;
    const signature = String(post?.headers['x-twilio-signature']);
    expect(twilio.validateRequest(authToken, signature, url, { Body: 'a b&c', Author: 'x' })).toBe(true);
    expect(post?.fields).toEqual({ Body: 'a b&c', Author: 'x' });
  });

  test('JSON is signed through its hash in the address', async () => {
    await poster.postJson(`${receiver.url}/events?x=1`, [{ id: 'EV1', text: 'é' }], 5_000);
    const [post] = receiver.posts;
    expect(post?.url).toMatch(/^\/events\?x=1&bodySHA256=[0-9a-f]{64}$/);
    const signature = String(post?.headers['x-twilio-signature']);
    const valid = (body: string) =>
      twilio.validateRequestWithBody(authToken, signature, `${receiver.url}${post?.url}`, body);
    expect(valid(post?.body ?? '')).toBe(true);
    expect(valid('[{"id":"EV2"}]')).toBe(false);
  });

  test('connection overrides in the fragment are not supported', async () => {
    await poster.postForm(`${receiver.url}/hook#rc=2`, { a: 'b' }, 5_000);
    const [post] = receiver.posts;
    expect(post?.url).toBe('/hook');
    const signature = String(post?.headers['x-twilio-signature']);
    expect(twilio.validateRequest(authToken, signature, `${receiver.url}/hook`, { a: 'b' })).toBe(true);
  });

  test('an answer that takes too long is a timeout', async () => {
    const release = receiver.hold();
    expect(await poster.postForm(receiver.url, {}, 50)).toEqual({ kind: 'timeout' });
    release();
  });

  test('a server that is not there is unreachable', async () => {
    const gone = await startReceiver();
    await gone.close();
    expect(await poster.postForm(gone.url, {}, 5_000)).toMatchObject({ kind: 'unreachable' });
  });

  test('connections are kept and used again', async () => {
    for (let count = 0; count < 3; count += 1) await poster.postForm(receiver.url, {}, 5_000);
    expect(new Set(receiver.posts.map(({ remotePort }) => remotePort)).size).toBe(1);
  });
});
