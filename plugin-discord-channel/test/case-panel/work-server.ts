import type {
  CaseSummary,
  CreateCaseRequest,
  FindTaskCasesRequest,
  LinkCaseRequest,
  UnlinkCaseRequest,
} from '@discord-channel/contracts';
import type { CaseWorkClient } from '../../src/functions-api/case-work-client';
import type { FindResult, PanelResult } from '../../src/functions-api/panel-result';
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

  private async answer(name: keyof CaseWorkClient, request: object): Promise<PanelResult> {
    this.requests.push({ name, request });
    return this.replacements.shift() ?? { kind: 'case', case: this.panel.case };
  }
}
