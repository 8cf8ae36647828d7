import { world } from '../src/world';
import { SandboxControl } from './sides/sandbox-control';

const customerService = world.discord.guild.channels[3].id;

/** What the bot says in the story, where it says it itself. */
const japanese = {
  greeting: 'どのようなご用件でしょうか',
  question: 'お探しの内容はこの中にありますか',
  requestAgent: '担当者に相談する',
  caseNumber: 'お問い合わせ番号は',
  transferring: '担当者におつなぎしています',
};
const arabic = {
  greeting: 'كيف يمكنني مساعدتك',
  question: 'هل يفيدك أحد هذه المواضيع',
  requestAgent: 'التحدث إلى موظف الدعم',
  caseNumber: 'رقم طلبك هو',
  transferring: 'جارٍ تحويلك إلى أحد موظفي الدعم',
};

describe('languages', () => {
  const control = new SandboxControl(process.env.SANDBOX_ADDRESS ?? '');

  afterEach(async () => {
    expect(await control.unhandled()).toEqual([]);
    await control.cancelTasks();
  });

  it('story: in Japanese, for a player whose Discord is Japanese', async () => {
    const player = await control.newPlayer('Juniper', 'ja');
    await player.runs('helpme', customerService);
    await player.seesText(japanese.greeting);
    await player.writes('i think i forgot my password');
    await player.seesText(japanese.question);
    await player.presses(japanese.requestAgent);
    await player.seesText(japanese.caseNumber);
    await player.seesText(japanese.transferring);
  });

  it('story: in Arabic, for a player who chose it, at once and in the open conversation', async () => {
    const player = await control.newPlayer('Koa');
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
    await player.seesText(arabic.question);
    await player.presses(arabic.requestAgent);
    await player.seesText(arabic.caseNumber);
    await player.seesText(arabic.transferring);
    await player.runs('helpme', customerService);
    await player.seesText(arabic.greeting);
  });
});
