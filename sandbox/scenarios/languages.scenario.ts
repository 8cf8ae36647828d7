import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser';
import { world } from '../src/world';
import { openDemoPage } from './open-demo-page';
import type { AgentSide } from './sides/agent-side';
import { SandboxControl, type ScriptedPlayer } from './sides/sandbox-control';

const customerService = world.discord.guild.channels[3].id;

/** The story in a language: what the player writes, and what is said to the player. Articles stay in their own. */
interface Words {
  direction: 'ltr' | 'rtl';
  question: string;
  askForAgent: string;
  greeting: string;
  offer: string;
  requestAgent: string;
  suggested: string;
  caseNumber: RegExp;
  transferring: string;
  joined: string;
  fromAgent: string;
  ended: string;
}

const japanese: Words = {
  direction: 'ltr',
  question: 'パスワードを忘れてしまいました',
  askForAgent: 'ありがとうございます。でも担当者と話したいです',
  greeting: 'どのようなご用件でしょうか',
  offer: 'お探しの内容はこの中にありますか',
  requestAgent: '担当者に相談する',
  suggested: 'おすすめの記事：Reset Password',
  caseNumber: /お問い合わせ番号は \d+ です/,
  transferring: '担当者におつなぎしています',
  joined: 'Kimが会話に参加しました',
  fromAgent: '再設定用のリンクをお送りしました。',
  ended: 'チャットは終了しました。お問い合わせ番号は',
};
const arabic: Words = {
  direction: 'rtl',
  question: 'نسيت كلمة المرور الخاصة بي',
  askForAgent: 'شكرا، لكن أريد التحدث مع موظف',
  greeting: 'كيف يمكنني مساعدتك',
  offer: 'هل يفيدك أحد هذه المواضيع',
  requestAgent: 'التحدث إلى موظف الدعم',
  suggested: 'المقال المقترح: Reset Password',
  caseNumber: /رقم طلبك هو \d+/,
  transferring: 'جارٍ تحويلك إلى أحد موظفي الدعم',
  joined: 'انضم Kim إلى المحادثة',
  fromAgent: 'أرسلت إليك رابطًا لتعيين كلمة مرور جديدة.',
  ended: 'انتهت هذه المحادثة. رقم طلبك هو',
};

describe('languages', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');
  let browser: Browser;
  let page: Page | undefined;
  let agent: AgentSide | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(process.env.CHROMIUM_PATH ?? '');
  });
  afterEach(async () => {
    await agent?.goes('Offline');
    await page?.close();
    [page, agent] = [undefined, undefined];
    await control.cancelTasks();
  });
  afterAll(() => browser.close());

  /** The whole story, both sides in the browser, once the player is known to have this language. */
  async function play(scripted: ScriptedPlayer, words: Words): Promise<void> {
    const opened = await openDemoPage(browser, process.env.SANDBOX_ADDRESS ?? '', {
      player: { id: scripted.id, globalName: scripted.name },
    });
    page = opened.page;
    agent = opened.cast.agent;
    const { player } = opened.cast;
    await scripted.runs('helpme', customerService);
    await scripted.seesText(words.greeting);
    await player.openDirectMessages();
    await player.sees(words.greeting);
    await player.write(words.question);
    await player.sees(words.offer);
    expect((await player.offeredButtons()).at(-1)).toBe(words.requestAgent);
    await player.press('Reset Password');
    await player.sees(words.suggested);
    await player.write(words.askForAgent);
    const told = await player.sees(words.caseNumber);
    await player.sees(words.transferring);
    const content = told.getByTestId('message-content').first();
    expect(await content.evaluate((element) => getComputedStyle(element).direction)).toBe(words.direction);

    await agent.goes('Available');
    await agent.acceptsTask(scripted.name);
    await player.sees(words.joined);
    await agent.pastes(words.fromAgent);
    await player.sees(words.fromAgent);
    const bubble = await agent.seesMessage(words.offer);
    const said = bubble.getByText(words.offer).last();
    expect(await said.evaluate((element) => getComputedStyle(element).direction)).toBe(words.direction);
    for (const text of [words.question, words.askForAgent, words.caseNumber, words.joined])
      await agent.seesMessage(text);
    if (process.env.SCREENSHOT_FOLDER) {
      await page.screenshot({ path: `${process.env.SCREENSHOT_FOLDER}/languages-${scripted.name}.png` });
    }
    await agent.endsChat();
    await player.sees(words.ended);
    await agent.completesTask(scripted.name);
    const english = (await scripted.dm())
      .filter(({ author }) => author.bot)
      .map(({ content: text }) => text)
      .filter((text) => /\b(?:the|your|you|has|one|of)\b/i.test(text));
    expect(english).toEqual([]);
  }

  it('story: in Japanese, for a player whose Discord is Japanese', async () => {
    await play(await control.newPlayer('Juniper', 'ja'), japanese);
  });

  it('story: in Arabic, which Discord does not have: found in what the player writes', async () => {
    const player = await control.newPlayer('Koa', 'en-US');
    await player.writes('لا أستطيع تسجيل الدخول إلى حسابي');
    await player.sees(
      'an answer in Arabic',
      ({ author, content }) => author.bot === true && /\p{Script=Arabic}/u.test(content),
    );
    await play(player, arabic);
  });

  it('story: in Arabic, for a player who chose it, at once and in the open conversation', async () => {
    const player = await control.newPlayer('Linden');
    await player.runs('helpme', customerService);
    await player.seesText('how may I help you?');
    await player.writes('i think i forgot my password');
    await player.seesText('Does one of these categories help?');
    await player.runs('language', customerService, { language: 'ar' });
    await control.eventually('the answer to /language', ({ discord }) =>
      discord.interactions.some(
        ({ playerId, ephemeralMessages }) =>
          playerId === player.id && ephemeralMessages.some(({ content }) => content.includes('سأكتب إليك بالعربية')),
      )
        ? true
        : undefined,
    );
    await player.writes('how do i get a refund?');
    await player.seesText('المقال المقترح: Refunds');
    await player.presses(arabic.requestAgent);
    await player.seesText('رقم طلبك هو');
    await player.seesText(arabic.transferring);
  });

  it.each([
    [
      'French',
      'Aster',
      "j'ai oublié mon mot de passe",
      'Article suggéré : Reset Password',
      'je voudrais parler à un humain svp',
      'Votre numéro de dossier est',
      'Nous vous transférons',
    ],
    [
      'Polish',
      'Briar',
      'zapomniałem hasła do konta',
      'Czy pomoże któraś',
      'chcę porozmawiać z konsultantem',
      'Numer Twojej sprawy to',
      'Łączymy Cię',
    ],
    ['Chinese', 'Clover', '我忘记密码了怎么办', '以下哪个类别', '我要转人工客服', '您的工单编号是', '正在为您转接'],
  ])(
    'story: in %s up to the hand-off, for a player who only ever writes',
    async (_language, name, question, answer, ask, caseNumber, transferring) => {
      const player = await control.newPlayer(name);
      await player.writes(question);
      await player.seesText(answer);
      await player.writes(ask);
      await player.seesText(caseNumber);
      await player.seesText(transferring);
    },
  );
});
