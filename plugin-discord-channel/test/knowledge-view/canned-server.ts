import type {
  CannedResponse,
  DeleteCannedResponseRequest,
  NamedServer,
  SaveCannedResponseRequest,
} from '@discord-channel/contracts';
import type { CannedClient, CannedResult } from '../../src/functions-api/canned-client';
import type { PanelFailure } from '../../src/functions-api/panel-result';

export const sampleResponse = (changes: Partial<CannedResponse> = {}): CannedResponse => ({
  id: '8b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
  applicationId: '100000000000000001',
  guildId: null,
  shortcut: 'refund',
  label: 'Payments',
  text: 'Your refund is on its way.',
  language: null,
  version: 1,
  updatedBy: 'noor@example.com',
  updatedAt: '2026-11-21T12:00:00.000Z',
  ...changes,
});

/** Canned responses kept as the Functions would; `refusals` come before any other answer. */
export class CannedServer implements CannedClient {
  readonly saved: SaveCannedResponseRequest[] = [];
  readonly refusals: PanelFailure[] = [];
  looks = 0;
  servers: NamedServer[] = [
    { applicationId: '100000000000000001', guildId: '200000000000000001', name: 'Wumpus Quest' },
  ];
  constructor(public responses: CannedResponse[] = [sampleResponse()]) {}

  private all = (): CannedResult => ({ kind: 'responses', responses: this.responses, servers: this.servers });

  find = async (): Promise<CannedResult> => {
    this.looks += 1;
    return this.refusals.shift() ?? this.all();
  };

  save = async (request: SaveCannedResponseRequest): Promise<CannedResult> => {
    this.saved.push(request);
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    const known = this.responses.find(({ id }) => id === request.id);
    if ((known?.version ?? null) !== request.version) {
      return { kind: 'refused', code: 'stale-version', message: 'noor@example.com changed this in the meantime.' };
    }
    const { shortcut, text, label, language } = request.response;
    const words = { shortcut, text, label: label || null, language: language || null };
    const saved = sampleResponse({ ...request.server, ...words, id: request.id, version: (request.version ?? 0) + 1 });
    this.responses = [...this.responses.filter(({ id }) => id !== request.id), saved];
    return this.all();
  };

  delete = async ({ id }: DeleteCannedResponseRequest): Promise<CannedResult> => {
    this.responses = this.responses.filter((response) => response.id !== id);
    return this.all();
  };
}
