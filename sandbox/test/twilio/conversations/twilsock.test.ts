import { once } from 'node:events';
import { WebSocket } from 'ws';
import { decodePacket, encodePacket } from '../../../src/twilio/client-wire/packet';
import { takeUnhandled } from '../../watched-emulators';
import { type RunningConversations, startConversations } from './start-conversations';

describe('Twilsock, packet by packet', () => {
  let twilio: RunningConversations;
  let socket: WebSocket;
  beforeAll(async () => {
    twilio = await startConversations();
  });
  beforeEach(async () => {
    socket = new WebSocket(twilio.twilsockUrl);
    await once(socket, 'open');
  });
  afterEach(() => socket.terminate());
  afterAll(() => twilio.close());

  async function ask(header: Record<string, unknown>, payload?: unknown) {
    socket.send(encodePacket({ id: 'TM1', ...header }, payload));
    const [data] = await once(socket, 'message');
    return decodePacket(data);
  }
  const init = (token: string) => ask({ method: 'init', token, registrations: [{ product: 'ip_messaging' }] });
  const get = (host: string, path: string) =>
    ask({ method: 'message', http_request: { method: 'GET', host, path, params: {} } });

  test('bytes of text beyond ASCII are counted, not characters', () => {
    const packet = decodePacket(encodePacket({ name: 'Zoë' }, { text: '你好 🎮' }));
    expect(packet.header.name).toBe('Zoë');
    expect(JSON.parse(packet.payload)).toEqual({ text: '你好 🎮' });
  });

  test('a packet of something else ends the connection', async () => {
    socket.send(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1002);
  });

  test('nothing is answered before the token', async () => {
    const { header } = await get('aim.us1.twilio.com', '/Client/v2/Configuration');
    expect(header.status).toMatchObject({ code: 401 });
  });

  test('a connection keeps its identity: a token of somebody else is refused', async () => {
    expect((await init('sandbox-token.kim')).header.status).toMatchObject({ code: 200 });
    const same = await ask({ method: 'update', token: 'sandbox-token.kim' });
    expect(same.header.status).toMatchObject({ code: 200 });
    const other = await ask({ method: 'update', token: 'sandbox-token.noor' });
    expect(other.header.status).toMatchObject({ code: 401 });
  });

  test("another user's list of conversations stays closed", async () => {
    await init('sandbox-token.noor');
    twilio.conversations.port.setUserFriendlyName('kim', 'Kim');
    const { header } = await get('cds.us1.twilio.com', '/v3/Maps/my_conversations_kim');
    expect(header.http_status).toMatchObject({ code: 403 });
  });

  test('a route that is not emulated answers 404 and is remembered', async () => {
    await init('sandbox-token.kim');
    const { header } = await get('aim.us1.twilio.com', '/Client/v9/Everything');
    expect(header.http_status).toMatchObject({ code: 404 });
    expect(takeUnhandled()).toEqual([
      { method: 'GET', target: 'aim.us1.twilio.com/Client/v9/Everything', reason: 'unknown-route' },
    ]);
  });

  test('a reset ends every connection, so that clients come back to the new state', async () => {
    await init('sandbox-token.kim');
    const closed = once(socket, 'close');
    twilio.conversations.port.reset();
    expect((await closed)[0]).toBe(1012);
  });
});
