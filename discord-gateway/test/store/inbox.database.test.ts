import { lanesWaiting, maybeAttempted, parkInboxRow, postponeInboxRow } from '../../src/store/inbox';
import { unparkInboxRow } from '../../src/store/parked';
import { direct, dmChannelId, type Relay, startRelay, wumpus } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();
let relay: Relay;
beforeEach(() => {
  relay = startRelay(database());
});

const otherDm = '400000000000000002';

/** Three messages in one DM, one in another; their positions in this order. */
async function fourMessages(): Promise<number[]> {
  await relay.receive(...['one', 'two', 'three'].map((body, place) => direct(`157351124709618483${place}`, body)), {
    kind: 'message',
    dmChannelId: otherDm,
    player: { ...wumpus, userId: '300000000000000002' },
    message: { discordId: '1573511247096184839', body: 'hello' },
  });
  const rows = await relay.query<{ position: string }>('select position from relay.inbox order by position');
  return rows.map(({ position }) => Number(position));
}
const attempted = async () => [...(await maybeAttempted(relay.pool))].sort((one, other) => one - other);

describe('what waits when a worker takes over', () => {
  test('a worker was at the first row of each lane at most', async () => {
    const [one, , , other] = await fourMessages();
    expect(await attempted()).toEqual([one, other]);
    expect((await lanesWaiting(relay.pool)).sort()).toEqual([dmChannelId, otherDm]);
  });

  test('behind a row that has failed before it may have been at the next one, as when that was set aside for a while', async () => {
    const [one = 0, two, , other] = await fourMessages();
    await parkInboxRow(relay.pool, one, 'twilio-400');
    expect(await attempted()).toEqual([one, two, other]);
    await unparkInboxRow(relay.pool, `in-${one}`);
    expect(await attempted()).toEqual([one, two, other]);
    await postponeInboxRow(relay.pool, two ?? 0, { code: '503', delayMs: 0 });
    expect((await attempted()).length).toBe(4);
  });

  test('a lane in which everything is set aside does not wait, but what was attempted in it is known', async () => {
    const [, , , other = 0] = await fourMessages();
    await parkInboxRow(relay.pool, other, 'twilio-400');
    expect(await lanesWaiting(relay.pool)).toEqual([dmChannelId]);
    expect(await maybeAttempted(relay.pool)).toContain(other);
  });
});
