import type {
  CaseSummary,
  CreateCaseRequest,
  FindTaskCasesRequest,
  GetOutreachRequest,
  LinkCaseRequest,
  MessagePlayerRequest,
  Outreach,
  UnlinkCaseRequest,
} from '@discord-channel/contracts';
import type { CaseWorkClient } from '../../src/functions-api/case-work-client';
import type { FindResult, PanelResult } from '../../src/functions-api/panel-result';
import type { OutreachResult } from '../../src/functions-api/read-outreach';
import type { PanelServer } from './panel-server';

/** What agents do with cases and tasks, on the one case of a `PanelServer`. `next` replaces the next answers. */
export class WorkServer implements CaseWorkClient {
  readonly requests: Array<{ name: keyof CaseWorkClient; request: object }> = [];
  taskCases: CaseSummary[] = [];
  private readonly replacements: PanelResult[] = [];

  constructor(private readonly panel: PanelServer) {}

  next(...outcomes: PanelResult[]): void {
    this.replacements.push(...outcomes);
  }

  createCase = (request: CreateCaseRequest): Promise<PanelResult> => this.answer('createCase', request);
  linkCase = (request: LinkCaseRequest): Promise<PanelResult> => this.answer('linkCase', request);
  unlinkCase = (request: UnlinkCaseRequest): Promise<PanelResult> => this.answer('unlinkCase', request);

  findTaskCases = async (request: FindTaskCasesRequest): Promise<FindResult<CaseSummary>> => {
    this.requests.push({ name: 'findTaskCases', request });
    return { kind: 'page', items: this.taskCases, next: null };
  };

  outreach: Outreach = { id: '', state: 'sending', failure: null, conversationSid: null };
  messagePlayer = (request: MessagePlayerRequest): Promise<OutreachResult> => this.tell('messagePlayer', request);
  getOutreach = (request: GetOutreachRequest): Promise<OutreachResult> => this.tell('getOutreach', request);

  private async tell(name: keyof CaseWorkClient, request: object): Promise<OutreachResult> {
    this.requests.push({ name, request });
    const replacement = this.replacements.shift();
    if (replacement && replacement.kind !== 'case') return replacement;
    return { kind: 'outreach', outreach: this.outreach };
  }

  private async answer(name: keyof CaseWorkClient, request: object): Promise<PanelResult> {
    this.requests.push({ name, request });
    return this.replacements.shift() ?? { kind: 'case', case: this.panel.case };
  }
}
