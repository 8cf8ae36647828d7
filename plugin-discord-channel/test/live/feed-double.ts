import type { CaseFeed, FeedNews } from '../../src/live/case-feed';

/** A feed whose news the test tells. */
export class FeedDouble implements CaseFeed {
  private readonly listeners = new Set<(news: FeedNews) => void>();

  subscribe(listener: (news: FeedNews) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private readonly settingsListeners = new Set<() => void>();

  subscribeToSettings(listener: () => void): () => void {
    this.settingsListeners.add(listener);
    return () => void this.settingsListeners.delete(listener);
  }

  tellOfSettings(): void {
    for (const listener of this.settingsListeners) listener();
  }

  tell(news: FeedNews): void {
    for (const listener of this.listeners) listener(news);
  }
}
