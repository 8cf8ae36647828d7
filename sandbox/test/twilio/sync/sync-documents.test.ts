import { SyncClient, type SyncDocument } from 'twilio-sync';
import { createSyncDocuments } from '../../../../discord-gateway/src/twilio/create-sync-documents';
import { world } from '../../../src/world';
import { createHandClock } from '../../hand-clock';
import { type RunningConversations, refusalOf, startConversations } from '../conversations/start-conversations';

const kim = 'kim_40example_2Ecom';
const name = 'changes';

describe('documents of Sync, by the official clients', () => {
  let twilio: RunningConversations;
  const clients: SyncClient[] = [];
  const clock = createHandClock();

  beforeAll(async () => {
    twilio = await startConversations({ clock });
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.shutdown()));
    twilio.conversations.port.reset();
    expect(twilio.conversations.unhandled.list()).toEqual([]);
  });
  afterAll(() => twilio.close());

  const documents = (service = 'default') => twilio.client().sync.v1.services(service).documents;

  function connect(identity = kim): SyncClient {
    const options = { twilsock: { uri: twilio.twilsockUrl } };
    const client = new SyncClient(`sandbox-token.${identity}`, options as ConstructorParameters<typeof SyncClient>[1]);
    clients.push(client);
    return client;
  }

  /** Resolves with what the document holds once it `matches`. */
  async function holds(document: SyncDocument, matches: (data: Record<string, unknown>) => boolean): Promise<object> {
    if (matches(document.data as Record<string, unknown>)) return document.data;
    return new Promise((resolve) => {
      document.on('updated', ({ data }: { data: Record<string, unknown> }) => {
        if (matches(data)) resolve(data);
      });
    });
  }

  test('an agent who opened a document hears of what REST writes, and after a broken connection of what was missed', async () => {
    await documents().create({ uniqueName: name, data: { at: 1 } });
    const opened = await connect().document(name);
    expect(opened.data).toEqual({ at: 1 });
    await documents()(name).update({ data: { at: 2 } });
    await expect(holds(opened, ({ at }) => at === 2)).resolves.toEqual({ at: 2 });
    twilio.disconnectClients();
    await documents()(name).update({ data: { at: 3 } });
    await expect(holds(opened, ({ at }) => at === 3)).resolves.toEqual({ at: 3 });
  });

  test('who opens a document that is not there makes it; the worker then finds it', async () => {
    const opened = await connect().document(name);
    expect(opened.data).toEqual({});
    const written = createSyncDocuments(twilio.client(), 'default');
    await written.put(name, { changes: [1] });
    await expect(holds(opened, ({ changes }) => changes !== undefined)).resolves.toEqual({ changes: [1] });
  });

  test('the service goes by its SID as well, and no other is there', async () => {
    await documents(world.twilio.syncServiceSid).create({ uniqueName: name, data: {} });
    await expect(refusalOf(documents(world.twilio.chatServiceSid)(name).update({ data: {} }))).resolves.toMatchObject({
      status: 404,
    });
  });

  test('a name is taken once, a document that is missing is not made by an update', async () => {
    await documents().create({ uniqueName: name, data: {} });
    expect(await refusalOf(documents().create({ uniqueName: name, data: {} }))).toMatchObject({
      status: 409,
      code: 54301,
    });
    expect(await refusalOf(documents()('another').update({ data: {} }))).toMatchObject({ status: 404 });
  });

  test('more than 16 KiB and what is no object are refused', async () => {
    const large = { text: 'x'.repeat(16 * 1_024) };
    expect(await refusalOf(documents().create({ uniqueName: name, data: large }))).toMatchObject({ code: 54006 });
    expect(await refusalOf(documents().create({ uniqueName: name, data: [1] }))).toMatchObject({ code: 54008 });
  });

  test('more than 20 writes a second are refused', async () => {
    await documents().create({ uniqueName: name, data: {} });
    for (let write = 0; write < 20; write += 1) await documents()(name).update({ data: { write } });
    expect(await refusalOf(documents()(name).update({ data: {} }))).toMatchObject({ status: 429, code: 54009 });
    clock.advance(1_000);
    await documents()(name).update({ data: {} });
  });
});
