import type { APIMessage } from 'discord-api-types/v10';
import { world as fixture } from '../../src/world';
import { startWorld, type World } from './start-world';

describe('the built worker carries files', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  const [wumpus] = fixture.discord.players;
  const writes = (content: string, ...attachments: object[]) =>
    world.control<APIMessage>(`/players/${wumpus.id}/messages`, { dm: true, content, attachments });
  const small = (filename: string) => {
    return { filename, contentType: 'image/png', content: Buffer.from(filename).toString('base64') };
  };

  // First: the webhooks of a conversation name the worker that made it, which has a port of its own here.
  test('of an agent, behind the text of the same message; one that Discord does not take stays behind', async () => {
    const worker = await world.launch();
    await worker.ready();
    await writes('hello');
    await world.arrives('hello');
    const sid = world.conversation().sid;
    await world.agentSendsFile(sid, 'steps.txt', Buffer.from('press the button'));
    await world.agentSendsFile(sid, 'manual.pdf', Buffer.alloc(11_000_000));
    await world.agentWrites(sid, 'that is all');
    await world.reachesPlayer('that is all');
    const sent = world.discord
      .snapshot()
      .channels.filter(({ playerId }) => playerId === wumpus.id)
      .flatMap(({ messages }) => messages)
      .flatMap(({ content, attachments }) =>
        attachments.length > 0 ? attachments.map((one) => one.filename) : content,
      );
    expect(sent.slice(-2)).toEqual(['steps.txt', 'that is all']);
  }, 120_000);

  test('of a player, in order with what is written around them, also when it is killed in between', async () => {
    const worker = await world.launch();
    await worker.ready();
    await writes('first', small('a.png'), small('b.png'));
    await writes('second');
    await world.arrives('first', 'a.png', 'b.png', 'second');
    await writes('', { filename: 'large.bin', contentType: 'video/mp4', size: 120_000_000 });
    await writes('third');
    worker.process.kill('SIGKILL');
    await worker.process.ended;
    const next = await world.launch();
    await next.ready();
    await world.arrives('large.bin', 'third');
    expect(world.inTwilio().slice(-6)).toEqual(['first', 'a.png', 'b.png', 'second', 'large.bin', 'third']);
  }, 120_000);
});
