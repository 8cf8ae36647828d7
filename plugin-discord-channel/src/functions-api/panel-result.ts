import type { CaseView, PanelErrorCode } from '@discord-channel/contracts';

/** What came of a call to the panel's API. Every failure carries words for the agent. */
export type PanelResult =
  | { kind: 'case'; case: CaseView }
  /** The Function answered no. `current` is the case as it is now, with `stale-version`. */
  | { kind: 'refused'; code: PanelErrorCode; message: string; current?: CaseView }
  /** No usable answer: what was asked for may or may not have happened. */
  | { kind: 'unreachable'; message: string }
  | { kind: 'not-configured'; message: string }
  /** The caller gave up; nobody waits for this result. */
  | { kind: 'cancelled' };
