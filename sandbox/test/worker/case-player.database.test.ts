import type { APIMessage } from 'discord-api-types/v10';
import { openCase } from '../../../case-management/src';
import { inTransaction, openPool } from '../../../database/src';
import { world as sandboxWorld } from '../../src/world';
import { until } from '../discord/until';
import { startWorld, type World } from './start-world';

jest.setTimeout(120_000);

const [wumpus] = sandboxWorld.discord.players;
/** A second without news. */
const soon = { CASE_REMINDER_HOURS: String(1 / 3_600) };

const withinMs = 30_000;

/** The built worker between the emulated Discord and Twilio: what a player is shown and asked about a case. */
describe('a case and its player', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  }, 60_000);
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  const dm = (): readonly APIMessage[] =>
    world.discord.snapshot().channels.find(({ playerId }) => playerId === wumpus.id)?.messages ?? [];
  const seen = async (text: RegExp) => {
    await until(() => dm().some(({ content }) => text.test(content)), String(text), withinMs);
    return dm().findLast(({ content }) => text.test(content)) as APIMessage;
  };
  const press = async (message: APIMessage, label: string) => {
    const rows = (message.components ?? []) as { components: { custom_id: string; label: string }[] }[];
    const customId = rows.flatMap(({ components }) => components).find((one) => one.label === label)?.custom_id;
    await world.control(`/players/${wumpus.id}/presses`, {
      channelId: message.channel_id,
      messageId: message.id,
      customId,
    });
  };
  const cardShows = (value: string) =>
    until(
      () => dm().some(({ embeds }) => embeds[0]?.fields?.some((field) => field.value === value)),
      `a card with ${value}`,
      withinMs,
    );

  it('the card stands in the DM and follows the case; the player is asked, closes it, rates it and finds it in /mycases', async () => {
    const worker = await world.launch(soon);
    await worker.ready();
    const { channel_id: channelId } = await world.playerWrites('my sword is lost');
    await world.arrives('my sword is lost');
    const pool = openPool({
      connectionString: world.databaseUrl,
      max: 1,
      applicationName: 'test',
      onBrokenConnection: () => {},
    });
    const origin = {
      applicationId: sandboxWorld.discord.application.id,
      guildId: null,
      guildName: null,
      dmChannelId: channelId,
      userId: wumpus.id,
      username: 'wumpus',
      displayName: 'Wumpus',
      avatarUrl: null,
      locale: 'en-US',
    };
    const actor = { kind: 'player', id: wumpus.id, name: 'Wumpus' } as const;
    const conversationSid = world.conversation().sid;
    await inTransaction(pool, (db) =>
      openCase(db, { origin, conversationSid, subject: 'my sword is lost', source: 'discord-dm', actor }),
    );
    await pool.end();

    await cardShows('Open');
    await press(await seen(/Is it solved\?/), 'Close');
    await seen(/^Thank you! Case #\d+ is closed/);
    await cardShows('Closed');
    expect(dm().filter(({ embeds }) => embeds.length > 0)).toHaveLength(1);
    await press(await seen(/how satisfied are you\?/), '4');
    await press(await seen(/You gave it 4 out of 5/), '2');
    await seen(/You gave it 2 out of 5/);
    expect(world.inTwilio()).toEqual(['my sword is lost']);

    await world.control(`/players/${wumpus.id}/commands`, { name: 'mycases', channelId, options: {} });
    const answers = () => world.discord.snapshot().interactions.flatMap((one) => one.ephemeralMessages);
    await until(
      () => answers().some(({ embeds }) => /Closed · `my sword is lost`/.test(embeds[0]?.description ?? '')),
      'the list of cases',
      withinMs,
    );
    expect(world.discord.snapshot().unhandled).toEqual([]);
  });
});
