import type {
  CaseRange,
  ExportedCase,
  FeatureRequest,
  FindCasesRequest,
  FindContactsRequest,
  ListedCase,
  ListedContact,
} from '@discord-channel/contracts';
import type {
  CaseCountsResult,
  CasePageResult,
  ExportPageResult,
  FindClient,
  LabelsResult,
  PageResult,
} from '../../src/functions-api/find-client';
import type { FindResult } from '../../src/functions-api/panel-result';

export const sampleListed = (changes: Partial<ListedCase> = {}): ListedCase => ({
  id: '5b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
  number: 1042,
  subject: 'The map crashes',
  status: 'open',
  source: 'bug-command',
  createdAt: '2026-11-21T09:00:00.000Z',
  playerName: 'Wumpus',
  customer: { name: 'Wumpus', email: null, phone: null },
  tags: [],
  customValues: {},
  owner: null,
  csatScore: null,
  updatedAt: '2026-11-21T10:00:00.000Z',
  updatedBy: null,
  closedAt: null,
  ...changes,
});

export const sampleExported = (changes: Partial<ExportedCase> = {}): ExportedCase => ({
  ...sampleListed(),
  priority: 'normal',
  category: null,
  followUpOn: null,
  elevationReason: null,
  resolution: null,
  username: 'wumpus',
  labels: [],
  contactCustomValues: {},
  ...changes,
});

export const sampleContact = (changes: Partial<ListedContact> = {}): ListedContact => ({
  id: '1c0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
  name: 'Wumpus',
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  labels: [],
  notes: null,
  customValues: {},
  username: 'wumpus',
  cases: { all: 1, closed: 0 },
  newestCaseId: '5b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
  createdAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-21T09:00:00.000Z',
  ...changes,
});

/** A page as the Functions answer it. */
export const casePage = (items: ListedCase[], next: string | null = null, nearly = false): CasePageResult => ({
  kind: 'page',
  page: { items, next, nearly },
});

export const sampleIdea = (changes: Partial<FeatureRequest> = {}): FeatureRequest => ({
  id: '0d3f1f1e-7c4b-4a3c-9d55-2b1f7a6f9c10',
  number: 7,
  title: 'Dogs',
  description: 'Let us pet the dog.',
  createdAt: '2026-11-21T09:00:00.000Z',
  player: {
    userId: '300000000000000001',
    username: 'wumpus',
    displayName: 'Wumpus',
    avatarUrl: null,
    guildId: null,
    guildName: null,
    locale: 'en-US',
  },
  ...changes,
});

/** The Functions that find things, as they would answer; `replacements` come before any other answer. */
export class FindServer implements FindClient {
  readonly requests: FindCasesRequest[] = [];
  readonly ranges: CaseRange[] = [];
  readonly replacements: CasePageResult[] = [];
  /** What exports are answered, one after the other; then nothing more comes. */
  readonly exports: ExportPageResult[] = [];
  readonly exportRequests: FindCasesRequest[] = [];
  counts: CaseCountsResult = { kind: 'counts', counts: { all: 1234, open: 34, elevated: 200, closed: 1000 } };
  constructor(
    /** The first page, and the one after it. */
    readonly cases: CasePageResult[] = [casePage([sampleListed()])],
    readonly ideas: FindResult<FeatureRequest> = { kind: 'page', items: [sampleIdea()], next: null },
  ) {}

  findCases = async (request: FindCasesRequest): Promise<CasePageResult> => {
    this.requests.push(request);
    return this.replacements.shift() ?? this.cases[request.cursor === undefined ? 0 : 1] ?? { kind: 'cancelled' };
  };

  countCases = async (range: CaseRange): Promise<CaseCountsResult> => {
    this.ranges.push(range);
    return this.counts;
  };

  exportCases = async (request: FindCasesRequest): Promise<ExportPageResult> => {
    this.exportRequests.push(request);
    return this.exports.shift() ?? new Promise<never>(() => {});
  };

  readonly contactRequests: FindContactsRequest[] = [];
  /** The first page of contacts, and the one after it. */
  contacts: PageResult<ListedContact>[] = [{ kind: 'page', page: { items: [], next: null, nearly: false } }];
  labels: LabelsResult = { kind: 'labels', labels: [] };

  findContacts = async (request: FindContactsRequest): Promise<PageResult<ListedContact>> => {
    this.contactRequests.push(request);
    return this.contacts[request.cursor === undefined ? 0 : 1] ?? { kind: 'cancelled' };
  };

  findLabels = async (): Promise<LabelsResult> => this.labels;

  findFeatureRequests = async (): Promise<FindResult<FeatureRequest>> => this.ideas;
}
