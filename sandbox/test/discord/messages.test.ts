import { DiscordAPIError } from '@discordjs/rest';
import { type APIDMChannel, type APIMessage, ButtonStyle, ComponentType, Routes } from 'discord-api-types/v10';
import { type Emulator, player, startEmulator } from './start-emulator';

describe('messages of the bot', () => {
  let emulator: Emulator;
  let dm: APIDMChannel;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  beforeEach(async () => {
    emulator.discord.reset();
    await emulator.control('PUT', '/rate-limits', { enabled: false });
    dm = await openDm(player.id);
  });
  afterEach(() => expect(emulator.discord.snapshot().unhandled).toEqual([]));
  afterAll(() => emulator.close());

  const openDm = async (recipient_id: string) =>
    (await emulator.rest().post(Routes.userChannels(), { body: { recipient_id } })) as APIDMChannel;
  const write = async (body: object, channelId = dm.id) =>
    (await emulator.rest().post(Routes.channelMessages(channelId), { body })) as APIMessage;
  const refusal = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof DiscordAPIError)) throw new Error(`Discord should have refused, but: ${error}`);
    return { status: error.status, code: error.code, body: error.rawError };
  };

  it('opens the same DM each time', async () => {
    expect(dm).toMatchObject({ type: 1, recipients: [{ id: player.id, username: player.username }] });
    expect((await openDm(player.id)).id).toBe(dm.id);
    expect(await refusal(openDm('399999999999999999'))).toMatchObject({ status: 404, code: 10013 });
  });

  it('takes 2,000 UTF-16 units and refuses one more, naming the field', async () => {
    expect((await write({ content: '👋'.repeat(1_000) })).content).toHaveLength(2_000);
    expect(await refusal(write({ content: 'x'.repeat(2_001) }))).toMatchObject({
      status: 400,
      code: 50035,
      body: {
        message: 'Invalid Form Body',
        errors: {
          content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
        },
      },
    });
  });

  it('refuses a message with nothing in it', async () => {
    expect(await refusal(write({ content: '   ' }))).toMatchObject({ status: 400, code: 50006 });
    expect(await refusal(write({}))).toMatchObject({ code: 50006 });
    expect((await write({ embeds: [{ title: 'Only an embed' }] })).embeds).toHaveLength(1);
  });

  it('holds 10 embeds with 6,000 characters in all', async () => {
    const embed = { title: 't'.repeat(100), description: 'd'.repeat(500) };
    expect((await write({ embeds: Array(10).fill(embed) })).embeds).toHaveLength(10);
    const tooMuch = [...Array(9).fill(embed), { ...embed, footer: { text: '!' } }, embed].slice(1);
    expect(await refusal(write({ embeds: tooMuch }))).toMatchObject({
      code: 50035,
      body: { errors: { embeds: { _errors: [{ code: 'MAX_EMBED_SIZE_EXCEEDED' }] } } },
    });
    expect(await refusal(write({ embeds: Array(11).fill({ title: 'x' }) }))).toMatchObject({ code: 50035 });
  });

  it('names the field of an embed that is too long', async () => {
    expect(await refusal(write({ embeds: [{ title: 'ok' }, { title: 'x'.repeat(257) }] }))).toMatchObject({
      body: { errors: { embeds: { '1': { title: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } } },
    });
  });

  describe('buttons', () => {
    const button = (custom_id: string, label = custom_id) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id,
      label,
    });
    const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
    const rows = (count: number, width: number) =>
      Array.from({ length: count }, (_, y) => row(...Array.from({ length: width }, (_, x) => button(`${y}-${x}`))));

    it('stand in at most 5 rows of 5', async () => {
      expect((await write({ content: 'x', components: rows(5, 5) })).components).toHaveLength(5);
      expect(await refusal(write({ content: 'x', components: rows(6, 1) }))).toMatchObject({ code: 50035 });
      expect(await refusal(write({ content: 'x', components: rows(1, 6) }))).toMatchObject({
        code: 50035,
        body: { errors: { components: { '0': { components: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } } },
      });
    });

    it('have a label of 80 and an id of 100 characters, each id once', async () => {
      await write({ content: 'x', components: [row(button('i'.repeat(100), 'l'.repeat(80)))] });
      const refused = [row(button('i'.repeat(101))), row(button('i', 'l'.repeat(81))), row(button('i'), button('i'))];
      for (const components of refused) {
        expect(await refusal(write({ content: 'x', components: [components] }))).toMatchObject({ code: 50035 });
      }
    });
  });

  describe('a nonce', () => {
    const nonce = 'n'.repeat(25);

    it('answers the message that is already there when it is enforced', async () => {
      const first = await write({ content: 'once', nonce, enforce_nonce: true });
      const second = await write({ content: 'twice', nonce, enforce_nonce: true });
      expect(second).toMatchObject({ id: first.id, content: 'once', nonce });
      expect(await emulator.rest().get(Routes.channelMessages(dm.id))).toHaveLength(1);
    });

    it('does nothing when it is not enforced', async () => {
      const first = await write({ content: 'once', nonce });
      expect((await write({ content: 'twice', nonce })).id).not.toBe(first.id);
    });

    it('is forgotten after a few minutes', async () => {
      const first = await write({ content: 'once', nonce, enforce_nonce: true });
      emulator.clock.advance(3 * 60_000);
      expect((await write({ content: 'twice', nonce, enforce_nonce: true })).id).not.toBe(first.id);
    });

    it('has at most 25 characters', async () => {
      expect(await refusal(write({ content: 'x', nonce: `${nonce}n` }))).toMatchObject({
        code: 50035,
        body: { errors: { nonce: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } },
      });
    });
  });

  it('ping whom they name, unless allowed_mentions says otherwise', async () => {
    const content = `<@${player.id}> and @everyone`;
    expect(await write({ content })).toMatchObject({ mentions: [{ id: player.id }], mention_everyone: true });
    expect(await write({ content, allowed_mentions: { parse: [] } })).toMatchObject({
      mentions: [],
      mention_everyone: false,
    });
    expect(await write({ content, allowed_mentions: { parse: [], users: [player.id] } })).toMatchObject({
      mentions: [{ id: player.id }],
      mention_everyone: false,
    });
  });

  it('are refused by a player who takes no direct messages', async () => {
    await emulator.control('PUT', `/players/${player.id}/dm-policy`, { open: false });
    expect(await refusal(write({ content: 'hello?' }))).toMatchObject({ status: 403, code: 50007 });
    await emulator.control('PUT', `/players/${player.id}/dm-policy`, { open: true });
    await write({ content: 'hello!' });
  });

  it('can be edited, and only they', async () => {
    const mine = await write({ content: 'teh', embeds: [{ title: 'card' }] });
    const edited = await emulator.rest().patch(Routes.channelMessage(dm.id, mine.id), { body: { content: 'the' } });
    expect(edited).toMatchObject({ id: mine.id, content: 'the', embeds: [{ title: 'card' }] });
    expect((edited as APIMessage).edited_timestamp).not.toBeNull();
    const { body: theirs } = await emulator.control('POST', `/players/${player.id}/messages`, {
      dm: true,
      content: 'mine',
    });
    const edit = (id: string) => emulator.rest().patch(Routes.channelMessage(dm.id, id), { body: { content: 'x' } });
    expect(await refusal(edit(theirs.id))).toMatchObject({ status: 403, code: 50005 });
    expect(await refusal(edit('1'))).toMatchObject({ status: 404, code: 10008 });
  });

  it('can be read one by one', async () => {
    const { id } = await write({ content: 'here' });
    expect(await emulator.rest().get(Routes.channelMessage(dm.id, id))).toMatchObject({ id, content: 'here' });
    expect(await refusal(emulator.rest().get(Routes.channelMessage(dm.id, '1')))).toMatchObject({ code: 10008 });
  });

  it('are announced by typing', async () => {
    await emulator.rest().post(Routes.channelTyping(dm.id));
    expect(await refusal(emulator.rest().post(Routes.channelTyping('1')))).toMatchObject({ code: 10003 });
  });

  it('are listed newest first, and paged with after and before', async () => {
    const ids: string[] = [];
    for (const content of ['1', '2', '3', '4', '5']) ids.push((await write({ content })).id);
    const list = async (query: Record<string, string>) =>
      (
        (await emulator
          .rest()
          .get(Routes.channelMessages(dm.id), { query: new URLSearchParams(query) })) as APIMessage[]
      )
        .map(({ content }) => content)
        .join('');
    expect(await list({})).toBe('54321');
    expect(await list({ after: ids[1] ?? '', limit: '2' })).toBe('43');
    expect(await list({ before: ids[3] ?? '', limit: '2' })).toBe('32');
    expect(await list({ after: '0' })).toBe('54321');
    expect(await refusal(list({ limit: '101' }))).toMatchObject({ code: 50035 });
  });

  it('need a channel that is there and a token that is right', async () => {
    expect(await refusal(write({ content: 'x' }, '299999999999999999'))).toMatchObject({ status: 404, code: 10003 });
    const stranger = emulator.rest('somebody.elses.token');
    expect(await refusal(stranger.get(Routes.user()))).toMatchObject({ status: 401, code: 0 });
  });
});
