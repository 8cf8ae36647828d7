import type {
  AgentListResponse,
  CaseHistoryResponse,
  CaseView,
  ContactView,
  PanelErrorCode,
} from '@discord-channel/contracts';

export type Agent = AgentListResponse['agents'][number];

/** Why a call to the panel's API came to nothing. Every failure carries words for the agent. */
export type PanelFailure =
  /**
   * The Function answered no. `field` is the path of what is wrong in the request; `current` is the case as it is now,
   * with `stale-version`, or the contact.
   */
  | {
      kind: 'refused';
      code: PanelErrorCode;
      message: string;
      field?: string;
      current?: CaseView;
      currentContact?: ContactView;
    }
  /** No usable answer: what was asked for may or may not have happened. */
  | { kind: 'unreachable'; message: string }
  | { kind: 'not-configured'; message: string }
  /** The caller gave up; nobody waits for this result. */
  | { kind: 'cancelled' };

/** What came of a call that answers a case. */
export type PanelResult = { kind: 'case'; case: CaseView } | PanelFailure;

/** What came of a call that answers a contact. */
export type ContactResult = { kind: 'contact'; contact: ContactView } | PanelFailure;

/** What came of deleting a case. */
export type DeleteCaseResult = { kind: 'deleted'; number: number } | PanelFailure;

/** What came of a call that finds things: one page of them. */
export type FindResult<Item> = { kind: 'page'; items: readonly Item[]; next: number | null } | PanelFailure;

/** What came of asking for the agents. */
export type AgentsResult = { kind: 'agents'; agents: readonly Agent[] } | PanelFailure;

/** What came of asking what happened to a case. */
export type HistoryResult = { kind: 'history'; history: CaseHistoryResponse } | PanelFailure;
