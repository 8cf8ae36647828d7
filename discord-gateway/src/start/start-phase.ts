/** How far the start has come: what it waits for, in words for an operator. */
const waitsFor = {
  connecting: 'The worker is starting: the database has not answered yet.',
  introducing: 'The worker is starting: Discord has not answered yet.',
  'standing-by': 'Standing by: another worker is active.',
  'taking-over': 'The worker is taking over: Discord or the database has not answered yet.',
  started: undefined,
} as const;

type Phase = keyof typeof waitsFor;

/** The database is not known to be at the version that this code needs: nothing may be stored in it yet. */
export class NotStartedError extends Error {
  readonly code = 'not-started';
  override readonly name = 'NotStartedError';
}

/** Remembers how far the start has come, for those who ask before its end. */
export function createStartPhase() {
  let phase: Phase = 'connecting';
  return {
    enter(next: Phase): void {
      phase = next;
    },
    waitingFor: (): string | undefined => waitsFor[phase],
    /** Stores something, once the database may be written to. @throws NotStartedError before that. */
    async withDatabase<Result>(store: () => Promise<Result>): Promise<Result> {
      if (phase === 'connecting') throw new NotStartedError(waitsFor.connecting);
      return store();
    },
  };
}
