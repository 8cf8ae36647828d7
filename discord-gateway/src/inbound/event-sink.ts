import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionInfo } from '@discordjs/ws';
import type { Logger } from 'pino';
import { backOff } from '../flow/back-off';
import type { DispatchMeaning } from './read-dispatch';

/** Something the gateway told, to be stored in the order of arrival. */
export type SinkEntry =
  | { kind: 'session'; session: SessionInfo | null }
  | { kind: 'event'; sequence: number; meaning: DispatchMeaning };

export interface EventSinkDependencies {
  /** The session that the database holds at start. */
  session: SessionInfo | null;
  /** Stores entries and the session that results in one transaction. */
  commit: (entries: readonly SinkEntry[], session: SessionInfo | null) => Promise<void>;
  /** Told after each commit, with what is now safe. */
  onCommitted: (entries: readonly SinkEntry[]) => void;
  logger: Logger;
  /** Ends the attempts to commit: what is not stored then will be replayed, since its sequence is not stored either. */
  signal: AbortSignal;
}

export interface EventSink {
  /** Takes an entry at once; never waits. */
  accept(entry: SinkEntry): void;
  /** The session as committed. */
  session(): SessionInfo | null;
  /** How many entries are accepted and not committed. */
  waiting(): number;
  /** Resolves when all that was accepted is committed; rejects when the attempts were ended. */
  flush(): Promise<void>;
}

/**
 * Stores events and their sequence together. Whatever arrives while a commit runs goes into the next one (group
 * commit), so the database sees few transactions however fast events come, and no event waits for more than one.
 */
export function createEventSink({ session, commit, onCommitted, logger, signal }: EventSinkDependencies): EventSink {
  let committed = session;
  let pending: SinkEntry[] = [];
  let inCommit = 0;
  let committing: Promise<void> | undefined;

  async function commitAll(): Promise<void> {
    try {
      while (pending.length > 0) await commitPending();
    } finally {
      // In the same tick as the last look at `pending`: an entry that arrives later starts anew.
      committing = undefined;
    }
  }

  async function commitPending(): Promise<void> {
    const entries = pending;
    pending = [];
    inCommit = entries.length;
    const next = sessionAfter(entries, committed);
    try {
      await commitPatiently(entries, next);
    } catch (error) {
      pending = [...entries, ...pending];
      throw error;
    } finally {
      inCommit = 0;
    }
    committed = next;
    onCommitted(entries);
  }

  async function commitPatiently(entries: readonly SinkEntry[], next: SessionInfo | null): Promise<void> {
    for (let failures = 1; ; failures += 1) {
      signal.throwIfAborted();
      try {
        return await commit(entries, next);
      } catch (error) {
        logger.error({ err: error, failures, waiting: entries.length + pending.length }, 'could not store events');
        await sleep(backOff(failures, { baseMs: 100, maxMs: 5_000 }), undefined, { signal });
      }
    }
  }

  function start(): Promise<void> {
    committing ??= commitAll();
    return committing;
  }

  return {
    accept(entry) {
      pending.push(entry);
      start().catch(() => {
        // Only the end of the worker stops the attempts; `flush` tells who asks.
      });
    },
    session: () => committed,
    waiting: () => inCommit + pending.length,
    async flush() {
      while (pending.length > 0 || committing) await start();
    },
  };
}

function sessionAfter(entries: readonly SinkEntry[], before: SessionInfo | null): SessionInfo | null {
  let session = before;
  for (const entry of entries) {
    if (entry.kind === 'session') session = entry.session;
    else if (session && entry.sequence > session.sequence) session = { ...session, sequence: entry.sequence };
  }
  return session;
}
