import type { Locator, Page } from 'playwright-core';

/** The list of contacts as an agent searches it. */
export class ContactListSide {
  private readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByTestId('cases-view').getByRole('tabpanel', { name: 'Contact List' });
  }

  /** Types into the search box and asks. */
  async searches(words: string): Promise<void> {
    const box = this.root.getByRole('searchbox');
    await box.fill(words);
    await box.press('Enter');
  }

  async narrowsBy(label: string): Promise<void> {
    await this.root.getByLabel('Label', { exact: true }).selectOption({ label });
  }

  /** Waits until exactly these are listed, in this order. */
  async lists(...names: readonly string[]): Promise<void> {
    const rows = this.root.locator('tbody tr').locator('visible=true');
    const wanted = JSON.stringify(names);
    let found = '';
    for (let tries = 0; tries < 100; tries += 1) {
      found = JSON.stringify(await rows.locator('td:first-child button bdi').allTextContents());
      if (found === wanted) return;
      await this.root.page().waitForTimeout(100);
    }
    throw new Error(`Listed are ${found}, and not ${wanted}`);
  }

  async opens(name: string): Promise<void> {
    await this.root.getByRole('button', { name, exact: true }).click();
  }

  async sees(...words: readonly string[]): Promise<void> {
    for (const word of words) await this.root.getByText(word).locator('visible=true').first().waitFor();
  }
}
