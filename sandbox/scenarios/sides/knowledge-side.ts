import type { Frame, Locator, Page } from 'playwright-core';

/** The Knowledge tab beside a conversation, as an agent uses it. */
export class KnowledgeSide {
  private readonly panel: Locator;
  private readonly tab: Locator;

  constructor(private readonly page: Page | Frame) {
    this.panel = page.getByTestId('case-panel');
    this.tab = page.getByTestId('knowledge-tab');
  }

  async opens(): Promise<void> {
    await this.panel.getByRole('tab', { name: 'Knowledge', exact: true }).click();
    await this.tab.waitFor();
  }

  /** The suggestions are for this message of the customer. */
  async isAbout(message: string): Promise<void> {
    await this.tab.getByText(`For what the customer wrote: “${message}”`).waitFor();
  }

  /** An article among those shown, by its title. */
  async sees(title: string): Promise<Locator> {
    const suggestion = this.suggestion(title);
    await suggestion.waitFor();
    return suggestion;
  }

  async seesNothingFitting(): Promise<void> {
    await this.tab.getByText('No article has to do with it.').waitFor();
  }

  /** Titles of the articles shown, best first. */
  async titles(): Promise<string[]> {
    return this.tab.getByTestId('suggestion').locator('a').allInnerTexts();
  }

  /** Words that are marked in an article. */
  async markedWords(title: string): Promise<string[]> {
    return (await this.sees(title)).locator('mark').allInnerTexts();
  }

  async searches(words: string): Promise<void> {
    const search = this.tab.getByRole('searchbox', { name: 'Search articles' });
    await search.fill(words);
    await search.press('Enter');
    await this.tab.getByText(`Found for “${words}”`).waitFor();
  }

  async goesBackToSuggestions(): Promise<void> {
    await this.tab.getByRole('button', { name: 'Back to suggestions' }).click();
  }

  /** Presses the + of an article by keyboard. */
  async addsDraft(title: string): Promise<void> {
    await (await this.sees(title)).getByRole('button', { name: `Put “${title}” into your answer` }).press('Enter');
    await this.suggestion(title).getByText('It is in your answer.').waitFor();
  }

  /** Sends an article's card to the player. */
  async sends(title: string): Promise<void> {
    await (await this.sees(title)).getByRole('button', { name: `Send article “${title}”` }).click();
    await this.suggestion(title).getByText('The article was sent.').waitFor();
  }

  /** Says that an article does not help here, or takes it back; it shows by then. */
  async rates(title: string, notHelpful: boolean): Promise<void> {
    const name = `“${title}” is not helpful here`;
    await (await this.sees(title)).getByRole('button', { name }).click();
    await (await this.sees(title)).getByRole('button', { name, pressed: notHelpful }).waitFor();
  }

  /** Whether an article that is shown was said not to help here. */
  async isNotHelpful(title: string): Promise<boolean> {
    const button = (await this.sees(title)).getByRole('button', { name: `“${title}” is not helpful here` });
    return (await button.getAttribute('aria-pressed')) === 'true';
  }

  /** What stands in Flex's input field, once it is like this. */
  async seesDraft(text: string): Promise<void> {
    await this.page.locator('[data-testid="message-input"]').filter({ hasText: text }).waitFor();
  }

  private suggestion(title: string): Locator {
    const named = this.page.getByText(title, { exact: true });
    return this.tab.getByTestId('suggestion').filter({ has: named.or(this.page.getByRole('link', { name: title })) });
  }
}
