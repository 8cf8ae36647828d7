import type { PlayerFile } from '../../src/inbound/player-file';
import type { DispatchMeaning } from '../../src/inbound/read-dispatch';
import { fileAnswer } from '../doubles/cdn-double';
import { dmChannelId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const first = '1573511247096184832';
const second = '1573511247096184833';
const third = '1573511247096184834';

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

const attachmentId = (place: number) => `60000000000000000${place}`;
const addressOf = (place: number, signature = 'ex=1') =>
  `https://cdn.discordapp.com/attachments/4/${attachmentId(place)}/file-${place}.png?${signature}`;

/** A message with files as the gateway tells it; each file's content is its name, unless the test says otherwise. */
function written(discordId: string, body: string, count: number, fields: Partial<PlayerFile> = {}): DispatchMeaning {
  const files = Array.from({ length: count }, (_, place): PlayerFile => {
    const name = `file-${place}.png`;
    return {
      messageId: discordId,
      part: place + (body === '' ? 0 : 1),
      attachmentId: attachmentId(place),
      name,
      contentType: 'image/png',
      size: name.length,
      url: addressOf(place),
      ...fields,
    };
  });
  return { kind: 'message', dmChannelId, player: wumpus, message: { discordId, body, files } };
}

const there = (...places: number[]) => {
  for (const place of places) relay.cdn.answer(addressOf(place), fileAnswer(`file-${place}.png`));
};

/** What the agent sees, in order: text, or a file by its name. */
const transcript = (place = 0) =>
  relay.twilio.conversations[place]?.messages.map(({ body, ...message }) => {
    const { mediaSid } = message as { mediaSid?: string };
    return mediaSid ? `<${relay.twilio.uploads.get(mediaSid)?.name}>` : body;
  });
const uploadedContent = () => [...relay.twilio.uploads.values()].map(({ bytes }) => bytes.toString());

test('the text comes first, then each file as a message of its own, in order', async () => {
  there(0, 1);
  await relay.receive(written(first, 'look at this', 2));
  await relay.receive(written(second, 'well?', 0));
  await relay.handleInbound();
  expect(transcript()).toEqual(['look at this', '<file-0.png>', '<file-1.png>', 'well?']);
  expect(uploadedContent()).toEqual(['file-0.png', 'file-1.png']);
  const attributes = relay.twilio.conversations[0]?.messages.map((message) => JSON.parse(message.attributes).discord);
  expect(attributes).toEqual([
    { messageId: first },
    { messageId: first, part: 1 },
    { messageId: first, part: 2 },
    { messageId: second },
  ]);
  expect(relay.fileEvents).toEqual([
    { direction: 'inbound', outcome: 'carried', bytes: 10 },
    { direction: 'inbound', outcome: 'carried', bytes: 10 },
  ]);
});

test('a first contact that is nothing but a file opens a conversation', async () => {
  there(0);
  await relay.receive(written(first, '', 1));
  await relay.handleInbound();
  expect(transcript()).toEqual(['<file-0.png>']);
  expect(relay.twilio.calls.filter((call) => call === 'upload')).toHaveLength(1);
});

test('a file that is told again is carried once', async () => {
  there(0);
  await relay.receive(written(first, 'hi', 1));
  await relay.receive(written(first, 'hi', 1));
  await relay.handleInbound();
  await relay.receive(written(first, 'hi', 1));
  await relay.handleInbound();
  expect(transcript()).toEqual(['hi', '<file-0.png>']);
});

test('when the answer to its message is lost, the file is found, neither posted nor uploaded again', async () => {
  there(0, 1);
  await relay.receive(written(first, '', 2));
  relay.twilio.failNext({ on: 'postMessage', kind: 'lost' });
  await relay.handleInbound();
  expect(transcript()).toEqual(['<file-0.png>', '<file-1.png>']);
  expect(relay.twilio.uploads.size).toBe(2);
});

test('a worker that is killed between upload and message uploads nothing again', async () => {
  there(0);
  await relay.receive(written(first, '', 1));
  relay.twilio.failNext({ on: 'postMessage', kind: 'before', status: 503 });
  await relay.inboundStep(dmChannelId);
  await relay.restart();
  await relay.handleInbound();
  expect(transcript()).toEqual(['<file-0.png>']);
  expect(relay.twilio.uploads.size).toBe(1);
});

test('an upload whose answer is lost is repeated, and one message names one file', async () => {
  there(0);
  await relay.receive(written(first, '', 1));
  relay.twilio.failNext({ on: 'upload', kind: 'lost' });
  await relay.handleInbound();
  expect(transcript()).toEqual(['<file-0.png>']);
  expect(relay.twilio.uploads.size).toBe(2);
});

test('while a file cannot be fetched what the player wrote after it waits behind it', async () => {
  relay.cdn.answer(addressOf(0), () => new Response('', { status: 503 }));
  relay.cdn.answer(addressOf(0), fileAnswer('late'));
  await relay.receive(written(first, 'one', 1), written(second, 'two', 0));
  await relay.inboundStep(dmChannelId);
  await relay.inboundStep(dmChannelId);
  expect(await relay.inboundStep(dmChannelId)).toMatchObject({ kind: 'later' });
  expect(transcript()).toEqual(['one']);
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', '<file-0.png>', 'two']);
});

test('an address that has expired is replaced by the one that the message has now', async () => {
  const renewed = addressOf(0, 'ex=2');
  relay.cdn.answer(renewed, fileAnswer('fresh'));
  relay.discord.history.push({
    id: first,
    channel_id: dmChannelId,
    attachments: [{ id: attachmentId(0), url: renewed }],
  } as never);
  await relay.receive(written(first, '', 1));
  await relay.handleInbound();
  expect(uploadedContent()).toEqual(['fresh']);
  expect(relay.cdn.requests.map(({ url }) => url)).toEqual([addressOf(0), renewed]);
});

test.each<[string, Partial<PlayerFile>, () => void, string, RegExp]>([
  [
    'is larger than Twilio takes',
    { size: 150_000_001 },
    () => {},
    '[picture: file-0.png — not here, it is larger than 150 MB. The player was told.]',
    /`file-0.png`.*150 MB/,
  ],
  [
    'turns out to be larger than Discord said',
    { size: 10 },
    () => relay.twilio.refuseUpload('too-big'),
    '[picture: file-0.png — not here, it is larger than 150 MB. The player was told.]',
    /150 MB/,
  ],
  [
    'is of a kind that Twilio does not take',
    { contentType: 'application/x-msdownload' },
    () => relay.twilio.refuseUpload('refused'),
    '[file: file-0.png — not here, Twilio does not take it. The player was told.]',
    /of a kind/,
  ],
  [
    'is not in Discord any more',
    { url: addressOf(7) },
    () => {},
    '[picture: file-0.png — not here, it is not in Discord any more. The player was told.]',
    /did not reach us/,
  ],
  [
    'is at an address that is none of Discord’s',
    { url: 'https://169.254.169.254/attachments/1/2/x.png' },
    () => {},
    '[picture: file-0.png — not here, it is not in Discord any more. The player was told.]',
    /did not reach us/,
  ],
])(
  'a file that %s is named with the reason, the player is told once, the text travels',
  async (_, fields, arrange, line, told) => {
    there(0);
    arrange();
    await relay.receive(written(first, 'before', 1, fields), written(second, 'after', 0));
    relay.twilio.failNext({ on: 'addParticipant', kind: 'lost' });
    await relay.handleInbound();
    expect(transcript()).toEqual(['before', line, 'after']);
    const jobs = await relay.query<{ payload: { text: string } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'tell-player'`,
    );
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.payload.text).toMatch(told);
    expect(relay.cdn.requests.every(({ url }) => url.startsWith('https://cdn.discordapp.com/'))).toBe(true);
  },
);

test('the player is told in their language', async () => {
  const french: DispatchMeaning = {
    ...written(first, '', 1, { size: 999_999_999 }),
    player: { ...wumpus, locale: 'fr' },
  } as never;
  await relay.receive(french);
  await relay.handleInbound();
  const [job] = await relay.query<{ payload: { text: string } }>(
    `select payload from graphile_worker._private_jobs where payload ->> 'text' is not null`,
  );
  expect(job?.payload.text).toMatch(/^Votre fichier/);
});

test('a file that fails again and again is left out in the end, and the DM goes on', async () => {
  relay.cdn.answer(addressOf(0), () => new Response('', { status: 502 }));
  await relay.receive(written(first, 'one', 1), written(second, 'two', 0));
  await relay.handleInbound();
  expect(transcript()).toEqual([
    'one',
    '[picture: file-0.png — not here, it could not be fetched. The player was told.]',
    'two',
  ]);
  expect(relay.fileEvents).toEqual([{ direction: 'inbound', outcome: 'unavailable' }]);
});

test('a file that stops in the middle is never carried in half: it is tried again', async () => {
  const halting = () => {
    const content = new TransformStream<Uint8Array, Uint8Array>();
    void content.writable.getWriter().write(new TextEncoder().encode('ha'));
    return new Response(content.readable, { headers: { 'content-length': '5' } });
  };
  relay.cdn.answer(addressOf(0), () => new Promise(() => {}));
  relay.cdn.answer(addressOf(0), halting);
  relay.cdn.answer(addressOf(0), fileAnswer('whole'));
  await relay.receive(written(first, '', 1));
  await relay.handleInbound();
  expect(uploadedContent()).toEqual(['whole']);
});

test('a file that Twilio has forgotten meanwhile is uploaded again', async () => {
  there(0);
  await relay.receive(written(first, '', 1));
  relay.twilio.failNext({ on: 'postMessage', kind: 'before', status: 503 });
  await relay.inboundStep(dmChannelId);
  relay.twilio.uploads.clear();
  await relay.handleInbound();
  expect(transcript()).toEqual(['<file-0.png>']);
});

test('a file that Twilio refuses in every message is left out in the end', async () => {
  there(0);
  await relay.receive(written(first, 'one', 1));
  await relay.inboundStep(dmChannelId);
  for (const _ of [1, 2, 3]) relay.twilio.failNext({ on: 'postMessage', kind: 'before', status: 400 });
  await relay.handleInbound();
  expect(transcript()).toEqual([
    'one',
    '[picture: file-0.png — not here, Twilio does not take it. The player was told.]',
  ]);
  expect(relay.twilio.conversations).toHaveLength(1);
});

test('in a conversation that was closed meanwhile the file leads to a new one, without another upload', async () => {
  there(0);
  await relay.receive(written(first, 'one', 0));
  await relay.handleInbound();
  relay.twilio.close(relay.twilio.conversations[0]?.sid ?? '');
  await relay.receive(written(second, '', 1));
  await relay.handleInbound();
  expect(transcript(1)).toEqual(['<file-0.png>']);
  expect(relay.twilio.uploads.size).toBe(1);
});

test('when too many files are under way, one waits for its turn and holds no lane meanwhile', async () => {
  there(0);
  let release = () => {};
  const busy = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = [relay.files.slots.hold(() => busy), relay.files.slots.hold(() => busy)];
  await relay.receive(written(first, '', 1));
  expect(await relay.inboundStep(dmChannelId)).toEqual({ kind: 'later', delayMs: 250 });
  expect(relay.cdn.requests).toEqual([]);
  release();
  await Promise.all(held);
  await relay.handleInbound();
  expect(transcript()).toEqual(['<file-0.png>']);
});

describe('a player who deletes', () => {
  const deleted = (messageId: string): DispatchMeaning => ({
    kind: 'change',
    dmChannelId,
    change: { kind: 'delete', messageId, at: '2026-11-21T12:00:00.000Z' },
  });

  test('a message with a file takes the file out of Twilio, and a line says that there was one', async () => {
    there(0);
    await relay.receive(written(first, 'look', 1));
    await relay.handleInbound();
    await relay.receive(deleted(first));
    await relay.handleInbound();
    expect(transcript()).toEqual(['[deleted by the player]', '[a file was deleted by the player]']);
    await relay.handleOutbound();
    expect(relay.discord.messages).toEqual([]);
  });

  test('it is done once, also when an answer is lost', async () => {
    there(0);
    await relay.receive(written(first, '', 1), deleted(first));
    relay.twilio.failNext({ on: 'removeMessage', kind: 'lost' });
    await relay.handleInbound();
    expect(transcript()).toEqual(['[a file was deleted by the player]']);
  });
});

describe('a player who edits', () => {
  const edited = (body: string, attachmentIds: string[]): DispatchMeaning => ({
    kind: 'change',
    dmChannelId,
    change: { kind: 'edit', messageId: first, body, attachmentIds, at: '2026-11-21T12:00:00.000Z' },
  });

  test('takes one of two files away, and it alone goes', async () => {
    there(0, 1);
    await relay.receive(written(first, 'two of them', 2), edited('one of them', [attachmentId(1)]));
    await relay.handleInbound();
    expect(transcript()).toEqual(['one of them', '<file-1.png>', '[a file was deleted by the player]']);
  });

  test('gives words to a message that was nothing but a file, and the agent reads them', async () => {
    there(0);
    await relay.receive(written(first, '', 1), edited('this is my cat', [attachmentId(0)]));
    await relay.handleInbound();
    expect(relay.twilio.conversations[0]?.messages[0]).toMatchObject({ body: 'this is my cat', mediaCount: 1 });
  });

  test('takes the words away from a message with a file, and the agent reads them no more', async () => {
    there(0);
    await relay.receive(written(first, 'secret', 1), edited('', [attachmentId(0)]));
    await relay.handleInbound();
    expect(transcript()).toEqual(['[deleted by the player]', '<file-0.png>']);
  });
});

test('after a back-fill files stand behind their own message, between what was written before and after', async () => {
  there(0);
  await relay.receive(written(second, 'two', 1), written(first, 'one', 0), written(third, 'three', 0));
  await relay.pool.query('update relay.inbox set position = position + 100');
  const { orderInbox } = await import('../../src/store/inbox');
  await orderInbox(relay.pool, dmChannelId, '0');
  await relay.handleInbound();
  expect(transcript()).toEqual(['one', 'two', '<file-0.png>', 'three']);
});
