import type { Frame, Locator, Page } from 'playwright-core';

/** The list of cases as an agent searches it. */
export class CaseListSide {
  private readonly root: Locator;

  constructor(private readonly page: Page | Frame) {
    this.root = page.getByTestId('cases-view');
  }

  /** Types into the search box and asks. */
  async searches(words: string): Promise<void> {
    await this.box().fill(words);
    await this.box().press('Enter');
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.visible(this.root.getByRole('button', { name, exact: typeof name === 'string' })).click();
  }

  async fills(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await this.field(label).fill(value);
  }

  async chooses(label: string, name: string): Promise<void> {
    await this.field(label).selectOption({ label: name });
  }

  async ticks(name: string): Promise<void> {
    // Paste draws over the input itself.
    await this.root.getByText(name, { exact: true }).locator('visible=true').last().click();
  }

  async addsWord(label: string, word: string): Promise<void> {
    await this.field(label).fill(word);
    await this.field(label).press('Enter');
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.visible(this.root.getByText(words)).waitFor();
  }

  /** Waits until exactly these subjects are listed, in this order. */
  async lists(...subjects: readonly string[]): Promise<void> {
    const wanted = JSON.stringify(subjects);
    let found = '';
    for (let tries = 0; tries < 100; tries += 1) {
      found = JSON.stringify(await this.subjects());
      if (found === wanted) return;
      await this.root.page().waitForTimeout(100);
    }
    throw new Error(`Listed are ${found}, and not ${wanted}`);
  }

  async subjects(): Promise<string[]> {
    return this.root.locator('tbody tr td:nth-child(2) bdi').allTextContents();
  }

  async opens(subject: string): Promise<void> {
    await this.root.locator('tbody tr', { hasText: subject }).getByRole('button').first().click();
  }

  async goesBack(): Promise<void> {
    await this.root.getByRole('button', { name: 'Back to the list' }).click();
  }

  async count(name: 'all' | 'open' | 'elevated' | 'closed'): Promise<number> {
    const shown = this.root.getByTestId(`count-${name}`).locator('dd');
    await shown.filter({ hasText: /\d/ }).waitFor();
    return Number((await shown.textContent())?.replace(/\D/g, ''));
  }

  box(): Locator {
    return this.visible(this.root.getByRole('searchbox'));
  }

  private field(label: string): Locator {
    return this.root
      .getByLabel(new RegExp(`^${label}$`, 'i'))
      .locator('visible=true')
      .first();
  }

  private visible(locator: Locator): Locator {
    return locator.and(this.page.locator(':visible')).first();
  }
}
