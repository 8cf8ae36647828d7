import { SandboxControl, type ScriptedPlayer } from './sides/sandbox-control';

const question = 'Does one of these categories help?';
const transferring = 'Transferring you to one of our agents...';

/** Players without a page: what the bot, the flow and the relay make of what they write. */
describe('conversation', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  const bodies = async (player: ScriptedPlayer) =>
    (await player.conversation('is there', () => true)).messages.map(({ body }) => body ?? '');
  const inDm = async (player: ScriptedPlayer, text: string) =>
    (await player.dm()).filter(({ content }) => content.includes(text)).length;
  const executionsOf = async (conversationSid: string) =>
    (await control.state()).twilio.executions.filter((execution) => execution.conversationSid === conversationSid);

  afterEach(async () => {
    // No agent is there: what was handed off must not wait for the next scenario's.
    await control.cancelTasks();
  });

  it('demo: a first DM without a command is answered', async () => {
    const player = await control.newPlayer('Alder');
    await player.writes('i think i forgot my password');
    await player.seesText(question);
  });

  it('demo: two DMs 200 ms apart, the second asking for an agent, are both honoured', async () => {
    const player = await control.newPlayer('Birch');
    await player.writes('i think i forgot my password');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await player.writes('i want to talk to a human');
    await player.seesText(transferring);
    expect(await inDm(player, question)).toBe(1);
    expect(await inDm(player, 'Your case id is')).toBe(1);
  });

  it('demo: the answers of the bot never start another', async () => {
    const player = await control.newPlayer('Cedar');
    await player.writes('i think i forgot my password');
    await player.seesText(question);
    const { sid, messages } = await player.conversation('has the answer', ({ messages: all }) => all.length === 2);
    // The bot's own message reaches the flow too, and must end there; the worker's own look comes after ten seconds.
    await control.eventually('both executions are over', ({ twilio }) => {
      const own = twilio.executions.filter(({ conversationSid }) => conversationSid === sid);
      return own.length > 0 && own.every(({ status }) => status === 'ended') ? true : undefined;
    });
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    const later = await player.conversation('is there', () => true);
    expect(later.messages).toEqual(messages);
    const answered = (await executionsOf(sid)).filter(({ steps }) =>
      steps.some(({ widget }) => widget === 'on_message'),
    );
    expect(answered).toHaveLength(1);
  });

  it('demo: a sticker is named in the transcript', async () => {
    const player = await control.newPlayer('Drake');
    await player.writes('look at this');
    await player.writes('', { stickers: ['Wave'] });
    await player.conversation('names it', ({ messages }) => {
      const text = messages.map(({ body }) => body).join('\n');
      return text.includes('look at this') && text.includes('Wave');
    });
  });

  it('demo: pressing "Talk to an agent" twice hands off once', async () => {
    const player = await control.newPlayer('Ember');
    await player.writes('i think i forgot my password');
    await player.seesText(question);
    await Promise.all([player.presses('Talk to an agent'), player.presses('Talk to an agent')]);
    await player.seesText(transferring);
    const { sid } = await player.conversation('is handed off', () => true);
    const tasks = await control.eventually('its task', ({ twilio }) => {
      const own = twilio.tasks.filter(({ attributes }) => JSON.stringify(attributes).includes(sid));
      return own.length > 0 ? own : undefined;
    });
    expect(tasks).toHaveLength(1);
    expect(await inDm(player, 'Your case id is')).toBe(1);
    expect(await inDm(player, transferring)).toBe(1);
  });

  it('demo: a task that is given up gives the player back to the bot, and the case is kept', async () => {
    const player = await control.newPlayer('Fennel');
    await player.writes('i want to talk to a human');
    const told = await player.seesText('Your case id is');
    await player.seesText(transferring);
    const { sid } = await player.conversation('is handed off', () => true);
    await control.eventually('its task', ({ twilio }) =>
      twilio.tasks.some(({ attributes }) => JSON.stringify(attributes).includes(sid)) ? true : undefined,
    );
    await control.cancelTasks();
    const [caseNumber] = /\d+/.exec(told.content) ?? [];
    await player.seesText(`Your case ${caseNumber} stays open`);
    await player.writes('i think i forgot my password');
    await player.seesText(question);
  });

  it('demo: hostile text arrives as it was written and pings nobody', async () => {
    const player = await control.newPlayer('Fable');
    const hostile = [
      '@everyone <@300000000000000009> **bold** `code`',
      "'; drop table cases; -- {{widgets.on_message.parsed}} $(HOME)",
      '<script>alert(1)</script> <img src=x onerror=alert(1)>',
      '👩‍👩‍👧‍👦 مرحبا שלום 日本語 \u202eright-to-left',
    ];
    for (const text of hostile) await player.writes(text);
    await player.conversation('has all four', ({ messages }) => {
      const own = messages.filter(({ author }) => author === `discord_${player.id}`).map(({ body }) => body);
      return own.length === hostile.length;
    });
    const own = (await bodies(player)).filter((body) => hostile.some((text) => body === text));
    expect(own).toEqual(hostile);
    await player.sees('an answer', ({ author }) => author.id !== player.id);
    for (const { author, mentions, mention_everyone } of await player.dm()) {
      if (author.id !== player.id)
        expect({ mentions, mention_everyone }).toEqual({ mentions: [], mention_everyone: false });
    }
  });

  it('demo: a message of 2,000 characters is carried whole', async () => {
    const player = await control.newPlayer('Grove');
    const long = 'password '.repeat(230).slice(0, 2_000);
    await player.writes(long);
    await player.conversation('has it', ({ messages }) =>
      messages.some(({ body }) => body === long.trimEnd() || body === long),
    );
    await player.sees('an answer', ({ author }) => author.id !== player.id);
  });

  it('demo: a killed worker goes on where it was: nothing lost, nothing twice', async () => {
    const player = await control.newPlayer('Heron');
    await player.writes('i think i forgot my password');
    const killed = control.killWorker();
    await player.writes('and i want to talk to a human');
    await killed;
    await player.seesText(transferring);
    const own = (await bodies(player)).filter(
      (body) => body.includes('forgot my password') || body.includes('to a human'),
    );
    expect(own).toEqual(['i think i forgot my password', 'and i want to talk to a human']);
    expect(await inDm(player, 'Your case id is')).toBe(1);
  });

  it('demo: a new Discord session loses no message of the player', async () => {
    const player = await control.newPlayer('Iris');
    await player.writes('i think i forgot my password');
    await player.seesText(question);
    await control.post('discord/faults', { kind: 'disconnect' });
    await player.writes('how do i get a refund?');
    await player.conversation('has both answers', ({ messages }) => messages.length >= 4);
    // The bot answers in the DM a moment after the conversation.
    await player.seesText('Suggested Article: Refunds');
    expect(await inDm(player, question)).toBe(1);
  });
});
