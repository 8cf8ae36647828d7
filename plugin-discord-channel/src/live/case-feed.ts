import type { ChangedCase } from '@discord-channel/contracts';
import { readChangedCases } from './read-changed-cases';

/** A case that somebody changed; `any` when so many changed meanwhile that not all are named. */
export type FeedNews = Pick<ChangedCase, 'caseId'> | 'any';

/** Tells that cases or settings changed, never what they say: who shows them looks at them anew. */
export interface CaseFeed {
  /** @returns what ends it. */
  subscribe(listener: (news: FeedNews) => void): () => void;
  /** Of what the team defines for its cases. @returns what ends it. */
  subscribeToSettings(listener: () => void): () => void;
}

/** A Sync document as `SyncClient.document` opens it. */
export interface LiveDocument {
  readonly data: unknown;
  on(event: 'updated', listener: (update: { data: unknown }) => void): unknown;
  on(event: 'removed', listener: () => void): unknown;
}

export interface CaseFeedDependencies {
  /** Opens the document that names the changed cases. The client keeps it up to date, over lost connections too. */
  open: () => Promise<LiveDocument>;
  wait: (milliseconds: number) => Promise<void>;
}

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/** Follows the document for as long as the page lives. Where Sync cannot be had, nothing is told, and no call fails. */
export function openCaseFeed({ open, wait }: CaseFeedDependencies): CaseFeed {
  const listeners = new Set<(news: FeedNews) => void>();
  const settingsListeners = new Set<() => void>();
  let known = new Map<string, number>();
  let knownSettings: string | undefined;

  const tell = (news: FeedNews) => {
    for (const listener of [...listeners]) listener(news);
  };
  const read = (data: unknown) => {
    const { changes, full, settings } = readChangedCases(data);
    const fresh = changes.filter(({ caseId, change }) => change > (known.get(caseId) ?? 0));
    const newestKnown = Math.max(0, ...known.values());
    // As many as fit, and all of them news: there may have been more.
    const overflowed = known.size > 0 && full && changes.every(({ change }) => change > newestKnown);
    if (changes.length > 0) known = new Map(changes.map(({ caseId, change }) => [caseId, change]));
    if (overflowed) tell('any');
    else for (const { caseId } of fresh) tell({ caseId });
    if (settings === undefined || settings === knownSettings) return;
    knownSettings = settings;
    for (const listener of [...settingsListeners]) listener();
  };
  const follow = async (pauseMs: number): Promise<void> => {
    try {
      const document = await open();
      document.on('updated', ({ data }) => read(data));
      document.on('removed', () => void wait(firstPauseMs).then(() => follow(firstPauseMs)));
      read(document.data);
    } catch {
      await wait(pauseMs);
      await follow(Math.min(pauseMs * 2, longestPauseMs));
    }
  };
  void follow(firstPauseMs);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    subscribeToSettings(listener) {
      settingsListeners.add(listener);
      return () => void settingsListeners.delete(listener);
    },
  };
}
