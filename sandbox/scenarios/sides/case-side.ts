import type { Frame, Locator, Page } from 'playwright-core';

/** A case as an agent sees and edits it: beside a conversation, or opened in the cases view. */
export class CaseSide {
  private readonly root: Locator;

  constructor(page: Page | Frame, where: 'case-panel' | 'cases-view') {
    this.root = page.getByTestId(where);
  }

  async presses(name: string): Promise<void> {
    await this.root.getByRole('button', { name, exact: true }).click();
  }

  async opensTab(name: string): Promise<void> {
    await this.root.getByRole('tab', { name, exact: true }).click();
  }

  /** Types into fields of the form that is open, by their labels. */
  async fills(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, words] of Object.entries(fields)) await this.field(label).fill(words);
  }

  async chooses(label: string, name: string): Promise<void> {
    await this.field(label).selectOption({ label: name });
  }

  async addsWord(label: string, word: string): Promise<void> {
    await this.field(label).fill(word);
    await this.field(label).press('Enter');
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.root.getByText(text).locator('visible=true').first().waitFor();
  }

  async valueOf(label: string): Promise<string> {
    return this.field(label).inputValue();
  }

  /** Saves the form that is open; it goes. */
  async saves(button = 'Save'): Promise<void> {
    await this.presses(button);
    await this.root.getByRole('button', { name: button, exact: true }).waitFor({ state: 'detached' });
  }

  private field(label: string): Locator {
    const labelled = this.root.getByLabel(new RegExp(`^(\\(required\\)|Required:)?\\s*${label}$`, 'i'));
    return labelled.locator('visible=true').first();
  }
}
