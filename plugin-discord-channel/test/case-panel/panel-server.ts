import type {
  AddCaseNoteRequest,
  CaseHistoryResponse,
  CaseView,
  ChangeCaseStatusRequest,
  DeleteCaseRequest,
  EditCaseRequest,
  EditContactRequest,
  GetCaseHistoryRequest,
  SaveContactRequest,
} from '@discord-channel/contracts';
import type { PanelClient } from '../../src/functions-api/panel-client';
import type {
  AgentsResult,
  ContactResult,
  DeleteCaseResult,
  HistoryResult,
  PanelResult,
} from '../../src/functions-api/panel-result';
import { sampleCase, sampleNote } from '../sample-case';

type Outcome = PanelResult | 'lost answer';

/**
 * The panel's API as the Functions would answer it, with one case. Answers wait while `hold` is on, so that a test sees
 * what is shown meanwhile; `next` replaces the next answer ('lost answer': done, but nobody hears of it).
 */
export class PanelServer implements PanelClient {
  case: CaseView;
  readonly requests: Array<{ name: keyof PanelClient; request: object }> = [];
  private readonly replacements: Outcome[] = [];
  private readonly held: Array<() => void> = [];
  private holding = false;

  constructor(changes: Partial<CaseView> = {}) {
    this.case = sampleCase(changes);
  }

  next(...outcomes: Outcome[]): void {
    this.replacements.push(...outcomes);
  }

  hold(): void {
    this.holding = true;
  }

  /** Lets the oldest waiting answer go. */
  release(): void {
    this.held.shift()?.();
  }

  getCase = (request: object, signal?: AbortSignal): Promise<PanelResult> =>
    this.answer('getCase', request, () => ({ kind: 'case', case: this.case }), signal);

  changeCaseStatus = (request: ChangeCaseStatusRequest): Promise<PanelResult> =>
    this.answer('changeCaseStatus', request, () => {
      if (request.version !== this.case.version) {
        return { kind: 'refused', code: 'stale-version', message: 'Changed meanwhile.', current: this.case };
      }
      return this.change({ status: request.status });
    });

  addCaseNote = (request: AddCaseNoteRequest): Promise<PanelResult> =>
    this.answer('addCaseNote', request, () => {
      if (this.case.notes.some((note) => note.id === request.noteId)) return { kind: 'case', case: this.case };
      return this.change({ notes: [...this.case.notes, sampleNote({ id: request.noteId, text: request.text })] });
    });

  editCase = (request: EditCaseRequest): Promise<PanelResult> =>
    this.answer('editCase', request, () => {
      if (request.version !== this.case.version) {
        return { kind: 'refused', code: 'stale-version', message: 'Changed meanwhile.', current: this.case };
      }
      const { owner, ...others } = request.changes;
      const known = owner?.kind === 'agent' ? this.agents.find(({ id }) => id === owner.id) : undefined;
      const wished = owner && (known ?? { id: 'kim', name: 'Kim' });
      return this.change({ ...others, ...(owner !== undefined && { owner: wished ?? null }) });
    });

  /** Who deleted the case, once somebody has. */
  deletedBy: string | undefined;

  deleteCase = async (request: DeleteCaseRequest): Promise<DeleteCaseResult> => {
    this.requests.push({ name: 'deleteCase', request });
    if (request.version !== this.case.version) {
      return { kind: 'refused', code: 'stale-version', message: 'Changed meanwhile.', current: this.case };
    }
    this.deletedBy = 'You';
    return { kind: 'deleted', number: this.case.number };
  };

  editContact = (request: EditContactRequest): Promise<PanelResult> =>
    this.answer('editContact', request, () => {
      if (request.version !== this.case.contact.version) {
        return { kind: 'refused', code: 'stale-version', message: 'Changed meanwhile.', current: this.case };
      }
      return this.changeContact(request.changes);
    });

  readonly contactFailures: ContactResult[] = [];

  getContact = async (request: object): Promise<ContactResult> => {
    this.requests.push({ name: 'getContact', request });
    return this.contactFailures.shift() ?? { kind: 'contact', contact: this.case.contact };
  };

  saveContact = async (request: SaveContactRequest): Promise<ContactResult> => {
    this.requests.push({ name: 'saveContact', request });
    const failure = this.contactFailures.shift();
    if (failure) return failure;
    if (request.version !== this.case.contact.version) {
      const currentContact = this.case.contact;
      return { kind: 'refused', code: 'stale-version', message: 'Changed meanwhile.', currentContact };
    }
    this.changeContact(request.changes);
    return { kind: 'contact', contact: this.case.contact };
  };

  /** What happened, newest first; a page has two. */
  timeline: CaseHistoryResponse['timeline'] = [];
  otherCases: CaseHistoryResponse['otherCases'] = [];
  readonly historyFailures: HistoryResult[] = [];

  getCaseHistory = async ({ before = Number.POSITIVE_INFINITY }: GetCaseHistoryRequest): Promise<HistoryResult> => {
    const rest = this.timeline.filter(({ id }) => id < before);
    const timeline = rest.slice(0, 2);
    const next = rest.length > 2 ? (timeline.at(-1)?.id ?? null) : null;
    const history = { timeline, next, otherCases: this.otherCases };
    return this.historyFailures.shift() ?? { kind: 'history', history };
  };

  /** Somebody changes the contact. */
  changeContact(changes: Partial<CaseView['contact']>): PanelResult {
    const { contact } = this.case;
    this.case = { ...this.case, contact: { ...contact, ...changes, version: contact.version + 1 } };
    return { kind: 'case', case: this.case };
  }

  readonly agents = [
    { id: 'kim', name: 'Kim' },
    { id: 'noor', name: 'Noor' },
  ];

  findAgents = async (): Promise<AgentsResult> => ({ kind: 'agents', agents: this.agents });

  /** Somebody changes the case. */
  change(changes: Partial<CaseView>): PanelResult {
    this.case = { ...this.case, ...changes, version: this.case.version + 1 };
    return { kind: 'case', case: this.case };
  }

  private async answer(
    name: keyof PanelClient,
    request: object,
    act: () => PanelResult,
    signal?: AbortSignal,
  ): Promise<PanelResult> {
    this.requests.push({ name, request });
    if (this.holding) await new Promise<void>((resolve) => this.held.push(resolve));
    if (signal?.aborted) return { kind: 'cancelled' };
    const replacement = this.replacements.shift();
    if (this.deletedBy !== undefined) {
      const message = `${this.deletedBy} deleted case #${this.case.number}.`;
      return { kind: 'refused', code: 'case-deleted', message };
    }
    if (replacement === 'lost answer') {
      act();
      return { kind: 'unreachable', message: 'No answer.' };
    }
    return replacement ?? act();
  }
}
