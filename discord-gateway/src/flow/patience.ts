export interface PatienceOptions {
  /** Milliseconds without any progress. */
  stallMs: number;
  /** Milliseconds for all of it. */
  totalMs: number;
}

/** How long something that moves is waited for: as long as it moves, up to a limit. */
export interface Patience {
  /** Aborted when it is over. */
  readonly signal: AbortSignal;
  /** Something moved. */
  progress(): void;
  /** Nothing is waited for any more: what still moves is cut off. */
  end(): void;
}

export function createPatience({ stallMs, totalMs }: PatienceOptions): Patience {
  const controller = new AbortController();
  const give = (why: string) => controller.abort(new DOMException(why, 'TimeoutError'));
  const total = setTimeout(() => give(`Not done within ${totalMs} ms`), totalMs);
  const stall = setTimeout(() => give(`Nothing moved for ${stallMs} ms`), stallMs);
  return {
    signal: controller.signal,
    progress: () => void stall.refresh(),
    end() {
      clearTimeout(total);
      clearTimeout(stall);
      controller.abort();
    },
  };
}
