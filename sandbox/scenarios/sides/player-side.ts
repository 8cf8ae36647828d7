import type { Frame, Locator, Page } from 'playwright-core';

/** What a player does and sees, in the emulated Discord's page. */
export class PlayerSide {
  constructor(private readonly page: Page | Frame) {}

  async openServerChannel(name: string): Promise<void> {
    await this.page.getByTestId('guild').first().click();
    await this.page.getByTestId('channel-list-item').filter({ hasText: name }).click();
  }

  /** Follows the notification of a new direct message. */
  async openNewDirectMessage(): Promise<void> {
    await this.page.getByTestId('new-message-notification').click();
  }

  async openDirectMessages(): Promise<void> {
    await this.page.getByTestId('home').click();
    await this.page.getByTestId('dm-list-item').first().click();
  }

  /** Opens the pinned messages of the channel; the returned ones are in the popover. */
  async openPins(): Promise<Locator> {
    await this.page.getByTestId('pins').click();
    const pinned = this.page.getByTestId('pinned-message');
    await pinned.first().waitFor();
    return pinned;
  }

  /** True where the page says that the player may only read. */
  async cannotWrite(): Promise<boolean> {
    await this.page.getByTestId('composer-disabled').waitFor();
    return (await this.page.getByTestId('composer').count()) === 0;
  }

  /** Types as a person does and sends with Enter. */
  async write(text: string): Promise<void> {
    const composer = this.page.getByTestId('composer');
    await composer.click();
    await composer.pressSequentially(text);
    await composer.press('Enter');
  }

  async runCommand(name: string): Promise<void> {
    const composer = this.page.getByTestId('composer');
    await composer.click();
    await composer.pressSequentially(name);
    await this.page.getByTestId('command-option').filter({ hasText: name }).first().waitFor();
    await composer.press('Enter');
  }

  /** Writes without sending. */
  async types(text: string): Promise<void> {
    await this.page.getByTestId('composer').pressSequentially(text);
    await this.page.getByTestId('command-option').first().waitFor();
  }

  /** Opens the form of a command that has options, from the list of commands. */
  async choosesCommand(name: string): Promise<void> {
    await this.page.getByTestId('command-option').filter({ hasText: name }).first().click();
    await this.page.getByTestId('run-command').waitFor();
  }

  /** Goes back from a command's form to writing. */
  async leavesCommand(): Promise<void> {
    await this.page.getByTestId('run-command').press('Escape');
    await this.page.getByTestId('composer').waitFor();
  }

  async seesNotification(): Promise<void> {
    await this.page.getByTestId('new-message-notification').waitFor();
  }

  async seesForm(title: string): Promise<Locator> {
    const form = this.page.getByRole('dialog', { name: title });
    await form.waitFor();
    return form;
  }

  /** Fills in the form that the bot shows, by its labels, and hands it in. */
  async submitsForm(
    title: string,
    fields: Record<string, string>,
    choices: Record<string, string> = {},
  ): Promise<void> {
    const form = await this.seesForm(title);
    for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value);
    for (const [label, choice] of Object.entries(choices)) await form.getByLabel(label).selectOption({ label: choice });
    await form.getByTestId('modal-submit').click();
    await form.waitFor({ state: 'detached' });
  }

  async press(label: string): Promise<void> {
    await this.page.getByTestId('button-row-button').filter({ hasText: label }).last().click();
  }

  /** The message that is the `nth` with this text, once it is there. */
  async sees(text: string | RegExp, nth = 1): Promise<Locator> {
    const message = this.messages(text).nth(nth - 1);
    await message.waitFor();
    return message;
  }

  messages(text: string | RegExp): Locator {
    return this.page.getByTestId('message').filter({ hasText: text });
  }

  /** Labels of the buttons under the newest message that has any. */
  async offeredButtons(): Promise<string[]> {
    const row = this.page
      .getByTestId('message')
      .filter({ has: this.page.getByTestId('button-row') })
      .last();
    await row.waitFor();
    return row.getByTestId('button-row-button').allInnerTexts();
  }
}
