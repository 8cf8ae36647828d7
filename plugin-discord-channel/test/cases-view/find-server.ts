import type { CaseSummary, FeatureRequest, FindRequest } from '@discord-channel/contracts';
import type { FindClient } from '../../src/functions-api/find-client';
import type { FindResult } from '../../src/functions-api/panel-result';

export const sampleSummary = (changes: Partial<CaseSummary> = {}): CaseSummary => ({
  id: '5b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
  number: 1042,
  subject: 'The map crashes',
  status: 'open',
  source: 'bug-command',
  createdAt: '2026-11-21T09:00:00.000Z',
  playerName: 'Wumpus',
  ...changes,
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

/** The Functions that find things, as they would answer; `next` replaces the next answer. */
export class FindServer implements FindClient {
  readonly requests: FindRequest[] = [];
  readonly replacements: FindResult<never>[] = [];
  constructor(
    readonly cases: FindResult<CaseSummary>[] = [{ kind: 'page', items: [sampleSummary()], next: null }],
    readonly ideas: FindResult<FeatureRequest> = { kind: 'page', items: [sampleIdea()], next: null },
  ) {}

  findCases = async (request: FindRequest): Promise<FindResult<CaseSummary>> => {
    this.requests.push(request);
    return this.replacements.shift() ?? this.cases[request.before === undefined ? 0 : 1] ?? { kind: 'cancelled' };
  };

  findFeatureRequests = async (): Promise<FindResult<FeatureRequest>> => this.ideas;
}
