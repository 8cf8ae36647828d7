import { DiscordAPIError } from '@discordjs/rest';
import { type APIMessage, Routes } from 'discord-api-types/v10';
import { type Emulator, player, startEmulator } from './start-emulator';

describe('files', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(async () => {
    emulator.discord.reset();
    await emulator.control('PUT', '/rate-limits', { enabled: false });
  });
  afterAll(() => emulator.close());

  const day = 24 * 60 * 60 * 1_000;
  const written = async (...attachments: object[]): Promise<APIMessage> => {
    const { body } = await emulator.control('POST', `/players/${player.id}/messages`, { dm: true, attachments });
    return body;
  };
  const picture = {
    filename: 'my cat.png',
    contentType: 'image/png',
    content: Buffer.from('a cat').toString('base64'),
  };
  const urlOf = (message: APIMessage) => message.attachments[0]?.url ?? '';
  /** What the CDN answers at an address of its own host. */
  const read = (url: string) => fetch(url.replace('https://cdn.discordapp.com', `${emulator.url}/discord/cdn`));
  const send = (body: object, files: { name: string; data: Buffer; contentType?: string }[], channelId = '') =>
    emulator.rest().post(Routes.channelMessages(channelId), { body, files }) as Promise<APIMessage>;
  const dmOf = async () => (await written(picture)).channel_id;
  const refusal = async (call: Promise<unknown>) => {
    const error = await call.catch((reason: unknown) => reason);
    if (!(error instanceof DiscordAPIError)) throw new Error(`Discord should have refused, but: ${error}`);
    return { status: error.status, code: error.code };
  };

  it('of players are at an address of Discord’s own host, with their type and length', async () => {
    const message = await written(picture);
    expect(message.attachments).toMatchObject([{ filename: 'my cat.png', content_type: 'image/png', size: 5 }]);
    expect(urlOf(message)).toMatch(/^https:\/\/cdn\.discordapp\.com\/attachments\/\d+\/\d+\/my%20cat\.png\?ex=/);
    const response = await read(urlOf(message));
    expect(await response.text()).toBe('a cat');
    expect([response.headers.get('content-type'), response.headers.get('content-length')]).toEqual(['image/png', '5']);
  });

  it('can be as large as a player with Nitro may send, without anybody keeping them', async () => {
    const message = await written({ filename: 'match.mp4', contentType: 'video/mp4', size: 30_000_000 });
    const response = await read(urlOf(message));
    expect((await response.arrayBuffer()).byteLength).toBe(30_000_000);
  });

  it('are not given for an address whose signature is wrong, nor after a day; who reads the message has a new one', async () => {
    const message = await written(picture);
    const address = urlOf(message);
    expect((await read(address.replace(/hm=./, 'hm=g'))).status).toBe(404);
    expect((await read(address.replace(/\?.*/, ''))).status).toBe(404);
    emulator.clock.advance(day + 1_000);
    expect((await read(address)).status).toBe(404);
    const route = Routes.channelMessage(message.channel_id, message.id);
    const renewed = urlOf((await emulator.rest().get(route)) as APIMessage);
    expect(renewed).not.toBe(address);
    expect((await read(renewed)).status).toBe(200);
    const listed = (await emulator.rest().get(Routes.channelMessages(message.channel_id))) as APIMessage[];
    expect((await read(urlOf(listed[0] as APIMessage))).status).toBe(200);
  });

  it('go with their message', async () => {
    const message = await written(picture);
    await emulator.control('DELETE', `/players/${player.id}/messages/${message.id}`, { channelId: message.channel_id });
    expect((await read(urlOf(message))).status).toBe(404);
  });

  it('of the bot come with the message, by the official client', async () => {
    const message = await send(
      { content: 'here' },
      [{ name: 'a.txt', data: Buffer.from('abc'), contentType: 'text/plain' }],
      await dmOf(),
    );
    expect(message).toMatchObject({
      content: 'here',
      attachments: [{ filename: 'a.txt', content_type: 'text/plain' }],
    });
    expect(await (await read(urlOf(message))).text()).toBe('abc');
  });

  it('are a message by themselves, once for a nonce that is enforced', async () => {
    const channelId = await dmOf();
    const body = { nonce: 'same', enforce_nonce: true };
    const file = { name: 'a.txt', data: Buffer.from('abc') };
    const [one, two] = [await send(body, [file], channelId), await send(body, [file], channelId)];
    expect(two.id).toBe(one.id);
  });

  it('of the bot hold 10 MiB, and one byte more is 40005', async () => {
    const channelId = await dmOf();
    const limit = 10 * 1_024 * 1_024;
    await expect(send({}, [{ name: 'a', data: Buffer.alloc(limit) }], channelId)).resolves.toBeDefined();
    expect(await refusal(send({}, [{ name: 'a', data: Buffer.alloc(limit + 1) }], channelId))).toEqual({
      status: 413,
      code: 40005,
    });
  });

  it('are at most ten', async () => {
    const files = Array.from({ length: 11 }, (_, n) => ({ name: `${n}`, data: Buffer.from('x') }));
    expect(await refusal(send({}, files, await dmOf()))).toMatchObject({ code: 50035 });
  });
});
