import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { AgentSide } from './sides/agent-side';
import { patienceMs } from './sides/patience';
import { SandboxControl } from './sides/sandbox-control';

const question = 'Does one of these categories help?';

/** What the virtual agent makes of a talk: players without a page, an agent in the real Flex UI. */
describe('assistant', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(() => control.cancelTasks());
  afterAll(() => browser.close());

  it('knowledge: an article that helped is thanked for, and nothing more is asked', async () => {
    const player = await control.newPlayer('Quince');
    await player.writes('i think i forgot my password');
    await player.seesText(question);
    await player.presses('Reset Password');
    await player.seesText('Suggested Article: Reset Password');
    await player.presses('That helped');
    const glad = await player.seesText('Glad to hear it!');
    expect(glad.components ?? []).toEqual([]);
  });

  it('knowledge: "something else" and later questions never bring an article again that was shown', async () => {
    const player = await control.newPlayer('Rowan');
    await player.writes('i think i forgot my password');
    await player.seesText(question);
    await player.presses('Reset Password');
    await player.seesText('Suggested Article: Reset Password');
    await player.presses('Something else');
    const other = await player.sees('something else', ({ content }) =>
      /^Then maybe one of these\?|^I have nothing else/.test(content),
    );
    expect(labelsOf(other)).not.toContain('Reset Password');
    await player.writes('how do i reset my password');
    const again = await player.sees(
      'another answer',
      ({ id, author }) => BigInt(id) > BigInt(other.id) && author.bot === true,
    );
    expect(labelsOf(again)).not.toContain('Reset Password');
    expect(again.content).not.toContain('Reset Password');
  });

  it('knowledge: three turns in a row that did not help offer an agent', async () => {
    const player = await control.newPlayer('Sorrel');
    for (const words of ['qqqq', 'wwww']) {
      await player.writes(words);
      await player.conversation('is answered', ({ messages }) => messages.at(-1)?.author === 'Virtual assistant');
    }
    await player.writes('eeee');
    const offer = await player.seesText('I have not been much help so far.');
    expect(labelsOf(offer)[0]).toBe('Talk to an agent');
  });

  it('knowledge: a player who uses Discord in Polish is greeted, helped and handed off in Polish', async () => {
    const player = await control.newPlayer('Tarnina', 'pl');
    await player.writes('cześć');
    await player.seesText('Napisz w jednym lub dwóch zdaniach');
    await player.writes('reset password');
    await player.presses('To pomogło');
    await player.seesText('Miło to słyszeć!');
    await player.writes('dajcie kogoś żywego');
    await player.seesText('Łączymy Cię');
  });

  it('knowledge: the agent reads on the case what was asked, shown and of help', async () => {
    const player = await control.newPlayer('Umbel');
    await player.writes('i think i forgot my password');
    await player.presses('Reset Password');
    await player.presses('That helped');
    await player.seesText('Glad to hear it!');
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${process.env.SANDBOX_ADDRESS}/demo/agent?agent=kim`);
    const agent = new AgentSide(page);
    await agent.isLoggedIn();
    try {
      await agent.goes('Available');
      await player.writes('thanks, still i want to talk to a human');
      await agent.acceptsTask('Umbel');
      await agent.seesInCase('Asked: “i think i forgot my password”');
      await agent.seesInCase('Said that it helped: Reset Password');
      await agent.endsChat();
      await agent.completesTask('Umbel');
    } finally {
      await agent.goes('Offline');
      await context.close();
    }
  });

  it('knowledge: outside the operating hours the player reads when agents are back, and has a case without a task', async () => {
    const minute = (ago: number) => new Date(Date.now() - ago * 60_000).toISOString().slice(11, 16);
    const week = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [`${minute(3)}-${minute(2)}`]]),
    );
    await control.setsUpServer({ hours: { timeZone: 'UTC', week } });
    try {
      const player = await control.newPlayer('Viburnum', 'fr');
      await player.writes('je veux parler à un humain');
      const told = await player.seesText('Nos agents ne sont pas là pour le moment.');
      expect(told.content).toMatch(/<t:\d+:F> \(<t:\d+:R>\).*\n.*dossier \d+/);
      await player.writes('reset password');
      await player.seesText('Reset Password');
      const { sid } = await player.conversation('is the bot’s', () => true);
      const { twilio } = await control.state();
      expect(twilio.tasks.filter(({ attributes }) => JSON.stringify(attributes).includes(sid))).toEqual([]);
      await control.setsUpServer();
      await player.writes('un humain svp');
      await player.seesText('dossier');
      await control.eventually('a task', (state) =>
        state.twilio.tasks.find(({ attributes }) => JSON.stringify(attributes).includes(sid)),
      );
    } finally {
      await control.setsUpServer();
    }
  });
});

function labelsOf({ components }: { components?: readonly object[] }): string[] {
  return (components ?? []).flatMap((row) =>
    'components' in row && Array.isArray(row.components)
      ? row.components.flatMap((button: object) =>
          'label' in button && typeof button.label === 'string' ? [button.label] : [],
        )
      : [],
  );
}
