import { createPatience } from '../../../../discord-gateway/src/flow/patience';
import { createMediaApi } from '../../../../discord-gateway/src/twilio/create-media-api';
import { world } from '../../../src/world';
import { createHandClock, type HandClock } from '../../hand-clock';
import {
  authToken,
  createConversation,
  type RunningConversations,
  refusalOf,
  startConversations,
  startReceiver,
} from '../conversations/start-conversations';

const { accountSid, chatServiceSid } = world.twilio;

describe('the Media Content Service', () => {
  let twilio: RunningConversations;
  let clock: HandClock;
  beforeAll(async () => {
    clock = createHandClock(new Date());
    twilio = await startConversations({ clock });
  });
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(() => twilio.close());
  beforeEach(() => twilio.conversations.port.reset());

  /** As the preload does for a whole process. */
  const redirected: typeof globalThis.fetch = (input, init) => {
    const url = new URL(String(input));
    return fetch(`${twilio.origin}/__twilio/${url.host}${url.pathname}${url.search}`, init);
  };
  const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const mcs = (path: string, init: RequestInit = {}, service = chatServiceSid) =>
    redirected(`https://mcs.us1.twilio.com/v1/Services/${service}${path}`, {
      ...init,
      headers: { authorization: basic, ...init.headers },
    });
  const upload = async (content: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await mcs('/Media?Filename=cat.png', {
      method: 'POST',
      body: content,
      headers: { 'content-type': 'image/png', ...headers },
    });
    expect(response.status).toBe(201);
    return (await response.json()) as { sid: string; size: number; links: { content_direct_temporary: string } };
  };

  test('keeps a file, tells of it, and gives addresses that are good for five minutes', async () => {
    const { sid } = await upload('a cat');
    const told = await (await mcs(`/Media/${sid}`)).json();
    expect(told).toMatchObject({ sid, size: 5, content_type: 'image/png', filename: 'cat.png', message_sid: null });
    const address = told.links.content_direct_temporary;
    expect(address).toMatch(/^https:\/\/media\.us1\.twilio\.com\/ME/);
    expect(await (await redirected(address)).text()).toBe('a cat');
    expect((await redirected(address.replace(/Signature=./, 'Signature=_'))).status).toBe(403);
    clock.advance(299_000);
    expect((await redirected(address)).status).toBe(200);
    clock.advance(2_000);
    expect((await redirected(address)).status).toBe(403);
  });

  test('lets nobody in without the account or a token, and knows one service', async () => {
    const wrong = { method: 'POST', body: 'x', headers: { authorization: 'Basic eDp5', 'content-type': 'a/b' } };
    expect((await mcs('/Media', wrong)).status).toBe(401);
    const token = { ...wrong, headers: { 'x-twilio-token': 'forged', 'content-type': 'a/b' } };
    expect((await mcs('/Media', token)).status).toBe(401);
    expect((await mcs('/Media/ME1', {}, `IS${'9'.repeat(32)}`)).status).toBe(404);
    expect((await mcs('/Media', { method: 'POST', body: '', headers: { 'content-type': 'a/b' } })).status).toBe(400);
    expect((await mcs('/Media/ME00000000000000000000000000000000')).status).toBe(404);
  });

  test('takes the form that an agent’s browser sends, and gives several addresses at once', async () => {
    const body = new FormData();
    body.set('file', new File(['a dog'], 'dog.png', { type: 'image/png' }));
    const headers = { 'x-twilio-token': 'sandbox-token.kim', authorization: '' };
    const { sid } = await (await mcs('/Media?Category=media', { method: 'POST', body, headers })).json();
    const list = JSON.stringify({ command: 'get', list: [{ media_sid: sid }, { media_sid: 'ME1' }] });
    const set = await (await mcs('/MediaSet', { method: 'POST', body: list, headers })).json();
    expect(set).toMatchObject([
      { code: 200, media_record: { sid, filename: 'dog.png', author: 'kim' } },
      { code: 404 },
    ]);
    expect(await (await redirected(set[0].media_record.links.content_direct_temporary)).text()).toBe('a dog');
  });

  test('a message carries one file, is told with it by webhook, and takes it with it when it goes', async () => {
    const receiver = await startReceiver();
    closing.push(receiver.close);
    const conversation = await createConversation(twilio.client());
    await conversation.webhooks.create({
      target: 'webhook',
      'configuration.url': receiver.url,
      'configuration.filters': ['onMessageAdded'],
    });
    const { sid: mediaSid } = await upload('a cat');
    const message = await conversation.messages.create({ author: 'kim', mediaSid, xTwilioWebhookEnabled: 'true' });
    const described = [{ sid: mediaSid, filename: 'cat.png', content_type: 'image/png', category: 'media', size: 5 }];
    expect(message).toMatchObject({ body: null, media: described });
    const [post] = await receiver.received(1);
    expect(JSON.parse(post?.fields.Media ?? '')).toEqual([
      { Sid: mediaSid, Filename: 'cat.png', ContentType: 'image/png', Size: 5 },
    ]);
    expect(post?.fields).not.toHaveProperty('Body');
    expect(await refusalOf(conversation.messages.create({ mediaSid }))).toMatchObject({ status: 400 });
    await conversation.messages(message.sid).remove();
    expect((await mcs(`/Media/${mediaSid}`)).status).toBe(404);
  });

  describe('asked by the worker', () => {
    const api = (token = authToken) =>
      createMediaApi({
        client: twilio.client(token),
        accountSid,
        authToken: token,
        mayCall: async () => {},
        fetch: redirected,
      });
    const patience = () => createPatience({ stallMs: 5_000, totalMs: 10_000 });
    const megabytes = (count: number) => {
      const chunk = new Uint8Array(1_000_000).fill(7);
      let left = count;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (left === 0) return controller.close();
          left -= 1;
          controller.enqueue(chunk);
        },
      });
    };

    test.each([
      ['whose size is known', 5_000_000],
      ['whose size is not', undefined],
    ])('stores a file %s, as a stream', async (_, size) => {
      const file = { name: 'ćat 猫.png', contentType: 'image/png', content: megabytes(5), size };
      const stored = await api().upload(file, patience());
      expect(stored).toEqual({ kind: 'uploaded', mediaSid: expect.stringMatching(/^ME/) });
      const { mediaSid } = stored as { mediaSid: string };
      expect(twilio.conversations.media.get(mediaSid)).toMatchObject({
        filename: 'ćat 猫.png',
        content: { length: 5_000_000 },
      });
    });

    test('never stores half a file: one that ends before its announced length fails', async () => {
      const file = { name: 'cat.png', contentType: 'image/png', content: megabytes(1), size: 2_000_000 };
      await expect(api().upload(file, patience())).rejects.toMatchObject({ name: 'TransferFailed', service: 'twilio' });
    });

    test('fails with the status when Twilio does not know it, so that it is tried again', async () => {
      const file = { name: 'cat.png', contentType: 'image/png', content: megabytes(1), size: 1_000_000 };
      await expect(api('0'.repeat(32)).upload(file, patience())).rejects.toMatchObject({
        name: 'TransferFailed',
        code: 'http-401',
      });
    });

    test('is told for good what Twilio will never take', async () => {
      const empty = new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
      const file = { name: 'nothing.png', contentType: 'image/png', content: empty, size: 0 };
      expect(await api().upload(file, patience())).toEqual({ kind: 'refused' });
    });
  });
});
