import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** The Knowledge view as a supervisor, or an agent, works in it. */
export class KnowledgeViewSide {
  private readonly root: Locator;

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('knowledge-view');
  }

  /** Opens the view from the side navigation. */
  async opens(): Promise<void> {
    await this.page
      .getByRole('button', { name: 'Knowledge' })
      .or(this.page.getByRole('link', { name: 'Knowledge' }))
      .first()
      .click();
    await this.root.waitFor();
    await this.sees(/shown\.|No articles yet/);
  }

  async opensTab(name: 'Articles' | 'Canned responses'): Promise<void> {
    await this.root.getByRole('tab', { name }).click();
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.visible(this.root.getByRole('button', { name, exact: typeof name === 'string' })).click();
  }

  /** Presses it with the keyboard alone. */
  async pressesByKey(name: string): Promise<void> {
    await this.visible(this.root.getByRole('button', { name, exact: true })).press('Enter');
  }

  /** This can be pressed by and by. */
  async offersSoon(name: string): Promise<void> {
    await this.visible(this.root.getByRole('button', { name, exact: true })).waitFor();
  }

  /** True if this may be pressed. */
  async offers(name: string | RegExp): Promise<boolean> {
    return (await this.root.getByRole('button', { name }).and(this.page.locator(':visible')).count()) > 0;
  }

  async fills(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, words] of Object.entries(fields)) await this.field(label).fill(words);
  }

  async chooses(label: string, name: string): Promise<void> {
    await this.field(label).selectOption({ label: name });
  }

  async valueOf(label: string): Promise<string> {
    return this.field(label).inputValue();
  }

  /** Saves the form that is open; it goes. */
  async saves(): Promise<void> {
    await this.presses('Save');
    await this.root.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
  }

  async searches(words: string): Promise<void> {
    const box = this.visible(this.root.getByRole('searchbox'));
    await box.fill(words);
    await box.press('Enter');
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.visible(this.root.getByText(words)).waitFor();
  }

  /** What stands in the row that has these words. */
  async row(words: string): Promise<string[]> {
    return this.cellsOf(this.visible(this.root.locator('tbody tr', { hasText: words })));
  }

  /** What stands in every row of the table that is shown. */
  async rows(): Promise<string[][]> {
    const rows = await this.root.locator('tbody tr').and(this.page.locator(':visible')).all();
    return Promise.all(rows.map((row) => this.cellsOf(row)));
  }

  /** Answers the question of whether to delete. */
  async confirms(answer: 'Delete' | 'Cancel'): Promise<void> {
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: answer }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Imports a file under this name. */
  async imports(name: string, content: string): Promise<void> {
    const buffer = Buffer.from(content);
    await this.root
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/json', buffer });
    await this.presses('Import');
  }

  /** What the file holds that the browser is given. */
  async exports(button: 'Export as CSV' | 'Export as JSON'): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.presses(button);
    return readFile(await (await download).path(), 'utf8');
  }

  private async cellsOf(row: Locator): Promise<string[]> {
    return (await row.locator('td').allTextContents()).map((cell) => cell.trim());
  }

  private field(label: string): Locator {
    const form = this.root.locator('form:not([role=search])').last();
    const named = new RegExp(`^(\\(required\\)|Required:)?\\s*${label}$`, 'i');
    return this.visible(form.getByLabel(named).or(this.root.getByLabel(named)));
  }

  private visible(locator: Locator): Locator {
    return locator.and(this.page.locator(':visible')).last();
  }
}
