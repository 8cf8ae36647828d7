import { readFileSync } from 'node:fs';
import { type APIDMChannel, type APIInteraction, MessageFlags, Routes } from 'discord-api-types/v10';
import type { Page } from 'playwright-core';
import { findChromium } from '../../../src/browser/find-chromium';
import { world } from '../../../src/world';
import type { Bot } from '../connect-bot';
import { customerService, type Emulator, player, startEmulator } from '../start-emulator';
import { openBrowser, servePlayerPage } from './open-page';

/** The smallest PNG that browsers show. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const chromium = findChromium(() => {});
const withBrowser = chromium ? describe : describe.skip;
const applicationId = world.discord.application.id;

const commands = [
  { name: 'helpme', description: 'Talk to us', name_localizations: { fr: 'aidemoi' } },
  {
    name: 'bug',
    description: 'Report a bug',
    options: [{ type: 3, name: 'description', description: 'What happened', required: true }],
  },
];

withBrowser('the player’s page', () => {
  let emulator: Emulator;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let bot: Bot;
  let clearUp: () => Promise<void>;

  beforeAll(async () => {
    emulator = await startEmulator(async (app) => {
      clearUp = await servePlayerPage(app);
    });
    browser = await openBrowser(chromium ?? '');
  }, 30_000);
  beforeEach(async () => {
    await emulator.control('PUT', '/rate-limits', { enabled: false });
    bot = await emulator.connect();
    await emulator.rest().put(Routes.applicationCommands(applicationId), { body: commands });
  });
  afterEach(async () => {
    await browser.closePages();
    await bot.leave();
    expect(emulator.discord.snapshot().unhandled).toEqual([]);
    expect(browser.errors).toEqual([]);
    emulator.discord.reset();
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
    await clearUp();
  });

  const openPage = (playerId: string = player.id, colorScheme: 'dark' | 'light' = 'dark') =>
    browser.open(`${emulator.url}/player/?player=${playerId}#${customerService}`, { colorScheme });
  const composer = (page: Page) => page.getByTestId('composer');
  const openDm = async () =>
    (await emulator.rest().post(Routes.userChannels(), { body: { recipient_id: player.id } })) as APIDMChannel;
  const say = async (channelId: string, body: object) =>
    emulator.rest().post(Routes.channelMessages(channelId), { body });
  const answered = new Set<string>();
  const answer = ({ id, token }: APIInteraction, body: object) => {
    answered.add(id);
    return emulator.rest().post(Routes.interactionCallback(id, token), { body, auth: false });
  };

  it('sends a message with Enter and shows it once', async () => {
    const page = await openPage();
    await composer(page).fill('hello');
    await composer(page).press('Enter');
    await page.getByTestId('message').getByText('hello').waitFor();
    expect(await composer(page).inputValue()).toBe('');
    expect(await page.getByTestId('message').count()).toBe(1);
  });

  it('completes a slash command with the keyboard and sends it', async () => {
    const page = await openPage();
    await composer(page).pressSequentially('/');
    expect(await page.getByTestId('command-option').allTextContents()).toEqual([
      expect.stringContaining('/helpme'),
      expect.stringContaining('/bug'),
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    expect(await composer(page).inputValue()).toBe('/helpme');
    await page.keyboard.press('Enter');
    expect(await bot.told('INTERACTION_CREATE')).toMatchObject({
      data: { name: 'helpme' },
      channel_id: customerService,
    });
  });

  it('offers commands in the player’s language and sends their registered names', async () => {
    const { body: french } = await emulator.control('POST', '/players', { username: 'jeanne', locale: 'fr' });
    const page = await openPage(french.id);
    await composer(page).fill('/aidemoi');
    await composer(page).press('Enter');
    expect(await bot.told('INTERACTION_CREATE')).toMatchObject({ data: { name: 'helpme' }, locale: 'fr' });
  });

  it('asks for the options of a command and names one that is missing', async () => {
    const page = await openPage();
    await composer(page).fill('/bu');
    await composer(page).press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('description is needed.').waitFor();
    await page.keyboard.type('it crashed');
    await page.keyboard.press('Enter');
    expect(await bot.told('INTERACTION_CREATE')).toMatchObject({
      data: { name: 'bug', options: [{ name: 'description', value: 'it crashed' }] },
    });
    await composer(page).waitFor();
  });

  it('closes the list of commands with Escape and writes on', async () => {
    const page = await openPage();
    await composer(page).pressSequentially('/bug');
    await page.getByTestId('command-option').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByTestId('command-option').count()).toBe(0);
    expect(await composer(page).inputValue()).toBe('/bug');
  });

  it('shows a direct message as a notification that the keyboard reaches, and counts it', async () => {
    const page = await openPage();
    const dm = await openDm();
    await say(dm.id, { content: 'Hi Wumpus, how may I help you?' });
    const notification = page.getByTestId('new-message-notification');
    expect(await notification.textContent()).toContain('New message from Support');
    expect(await page.getByTestId('home').getAttribute('aria-label')).toBe('Direct Messages, 1 unread');
    await page.reload();
    await notification.focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('dm-list-item').waitFor();
    await page.keyboard.type('i forgot my password');
    await page.keyboard.press('Enter');
    expect(await bot.told('MESSAGE_CREATE', ({ author }) => !author.bot)).toMatchObject({
      channel_id: dm.id,
      content: 'i forgot my password',
    });
    expect(await notification.count()).toBe(0);
    await page.getByTestId('guild').click();
    await page.getByTestId('channel-list-item').first().waitFor();
    expect(await notification.count()).toBe(0);
  });

  it('disables the buttons of a message while a press waits, and not longer', async () => {
    const button = (custom_id: string) => ({ type: 2, style: 2, custom_id, label: custom_id });
    await say(customerService, { content: '?', components: [{ type: 1, components: [button('yes'), button('no')] }] });
    const page = await openPage();
    const buttons = page.getByTestId('button-row-button');
    await buttons.first().click();
    const press = await bot.told('INTERACTION_CREATE');
    expect(press).toMatchObject({ data: { custom_id: 'yes' } });
    await page.locator('[data-custom-id=yes][aria-busy=true]').waitFor();
    expect(await page.getByTestId('button-row').locator('button:disabled').count()).toBe(2);
    await answer(press, { type: 6 });
    await page.locator('[data-custom-id=yes][aria-busy=false]').waitFor();
    expect(await buttons.first().isEnabled()).toBe(true);
  });

  it('says when the application did not respond', async () => {
    const page = await openPage();
    await composer(page).fill('/helpme');
    await composer(page).press('Enter');
    await bot.told('INTERACTION_CREATE');
    emulator.clock.advance(3_000);
    const line = page.getByTestId('interaction-failed');
    expect(await line.textContent()).toContain('The application did not respond');
    await line.getByTestId('dismiss').click();
    expect(await line.count()).toBe(0);
  });

  it('shows an answer for the player’s eyes only to nobody else, until it is dismissed', async () => {
    const [page, other] = [await openPage(), await openPage(world.discord.players[1].id)];
    await composer(page).fill('/helpme');
    await composer(page).press('Enter');
    const command = await bot.told('INTERACTION_CREATE');
    await answer(command, { type: 4, data: { content: 'psst', flags: MessageFlags.Ephemeral } });
    await page.getByText('Only you can see this').waitFor();
    await say(customerService, { content: 'for all' });
    await other.getByText('for all').waitFor();
    expect(await other.getByText('psst').count()).toBe(0);
    await page.getByTestId('dismiss').click();
    expect(await page.getByText('psst').count()).toBe(0);
  });

  it('draws Markdown and cards, and never what looks like HTML', async () => {
    await say(customerService, {
      content: '**bold** <img src=x onerror="document.title=1"> [no](javascript:alert(1))',
      embeds: [{ title: 'Card', url: 'https://example.com/card', description: 'Text', footer: { text: 'Account' } }],
    });
    const page = await openPage();
    const message = page.getByTestId('message');
    expect(await message.locator('strong').textContent()).toBe('bold');
    expect(await message.getByTestId('message-content').textContent()).toContain('<img src=x');
    expect(await message.locator('img').count()).toBe(0);
    expect(await message.locator('a').getAttribute('href')).toBe('https://example.com/card');
    expect(await page.getByTestId('embed').textContent()).toBe('CardTextAccount');
  });

  it('sends a sticker, and a picture that is then shown', async () => {
    const page = await openPage();
    await page.getByTestId('send-sticker').click();
    await page.getByTestId('sticker').waitFor();
    const chosen = page.waitForEvent('filechooser');
    await page.getByTestId('attach-file').click();
    await (await chosen).setFiles({ name: 'screenshot.png', mimeType: 'image/png', buffer: onePixel });
    await page.getByTestId('attachment').waitFor();
    await page.waitForFunction(() => {
      const [shown] = document.querySelectorAll<HTMLImageElement>('[data-testid=picture]');
      return shown?.complete && shown.naturalWidth > 0;
    });
    const [sticker, picture] =
      emulator.discord.snapshot().channels.find(({ id }) => id === customerService)?.messages ?? [];
    expect(sticker).toMatchObject({ content: '', sticker_items: [{ name: 'Wave' }] });
    expect(picture).toMatchObject({ attachments: [{ filename: 'screenshot.png', content_type: 'image/png' }] });
  });

  it.each(['dark', 'light'] as const)('has no accessibility faults that axe finds (%s)', async (colorScheme) => {
    await say(customerService, {
      content: `<@${player.id}> \`code\` https://example.com`,
      embeds: [{ title: 'Card', url: 'https://example.com', footer: { text: 'Account' }, color: 0x5865f2 }],
      components: [
        { type: 1, components: [1, 2, 3, 4].map((style) => ({ type: 2, style, custom_id: `${style}`, label: 'x' })) },
      ],
    });
    await say((await openDm()).id, { content: 'Hi' });
    const page = await openPage(player.id, colorScheme);
    await composer(page).pressSequentially('/');
    await page.getByTestId('command-option').first().waitFor();
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const faults = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map((n) => n.target)))',
    );
    expect(faults).toEqual([]);
  });

  const form = {
    custom_id: 'report',
    title: 'Report a bug',
    components: [
      { type: 18, label: 'Title', component: { type: 4, style: 1, custom_id: 'title', max_length: 20 } },
      {
        type: 18,
        label: 'Platform',
        component: { type: 3, custom_id: 'platform', required: false, options: [{ label: 'PC', value: 'pc' }] },
      },
    ],
  };
  const showForm = async (page: Page) => {
    await composer(page).fill('/helpme');
    await composer(page).press('Enter');
    await answer(await bot.told('INTERACTION_CREATE'), { type: 9, data: form });
    await page.getByRole('dialog', { name: 'Report a bug' }).waitFor();
  };

  it('shows a modal as a dialog that keeps the focus, wants what is required and closes when it was taken', async () => {
    const page = await openPage();
    await showForm(page);
    expect(await page.getByLabel('Title').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(emulator.discord.snapshot().interactions).toHaveLength(1);
    await page.keyboard.type('It broke');
    await page.getByLabel('Platform').selectOption('PC');
    await page.getByTestId('modal-submit').click();
    const submitted = await bot.told('INTERACTION_CREATE', ({ type }) => type === 5);
    expect(submitted.data).toMatchObject({
      components: [{ component: { value: 'It broke' } }, { component: { values: ['pc'] } }],
    });
    await answer(submitted, { type: 4, data: { content: 'Thank you' } });
    await page.getByTestId('message').filter({ hasText: 'Thank you' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await composer(page).evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('closes a modal with Escape, and keeps it open with what was written when it was not taken', async () => {
    const page = await openPage();
    await showForm(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(emulator.discord.snapshot().interactions).toHaveLength(1);
    await composer(page).fill('/helpme');
    await composer(page).press('Enter');
    const again = await bot.told('INTERACTION_CREATE', ({ id }) => id !== undefined && !answered.has(id));
    await answer(again, { type: 9, data: form });
    await page.getByLabel('Title').fill('It broke');
    await page.keyboard.press('Enter');
    await bot.told('INTERACTION_CREATE', ({ type }) => type === 5);
    emulator.clock.advance(3_001);
    await page.getByRole('alert').filter({ hasText: 'Something went wrong' }).waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('It broke');
  });
});
