import {
  addCaseNoteRequest,
  changeCaseStatusRequest,
  getCaseRequest,
  panelFunctions,
} from '@discord-channel/contracts';
import { createPanelClient } from '../../src/functions-api/panel-client';
import type { Connection } from '../../src/functions-api/post-to-functions';
import { sampleCase } from '../sample-case';

type Answer = { status: number; body: unknown } | Error | 'never';

/** A panel client whose network gives these answers, one after the other. */
function clientWith(answers: Answer[], connection: Partial<Connection> = {}) {
  const calls: Array<{ url: string; init: RequestInit; form: URLSearchParams }> = [];
  const waits: number[] = [];
  const tokens = ['first-token', 'second-token'];
  const client = createPanelClient({
    readConnection: () => ({
      functionsUrl: 'https://functions.example',
      token: tokens[calls.length] ?? 'late',
      ...connection,
    }),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    fetch: async (input, init = {}) => {
      calls.push({ url: String(input), init, form: new URLSearchParams(String(init.body)) });
      const answer = answers[calls.length - 1];
      if (answer === 'never') {
        return new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        });
      }
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('one call too many');
      const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      return { status: answer.status, text: async () => body } as Response;
    },
  });
  return { client, calls, waits };
}

const view = sampleCase();
const ok: Answer = { status: 200, body: { case: view } };
const refusal = (status: number, code: string, extra = {}): Answer => ({
  status,
  body: { error: { code, message: 'Because.', ...extra } },
});

describe('the panel client', () => {
  it('posts a form with the token and a request as the contract has it', async () => {
    const { client, calls } = clientWith([ok]);
    expect(await client.getCase({ caseId: view.id })).toEqual({ kind: 'case', case: view });
    expect(calls[0]?.url).toBe(`https://functions.example${panelFunctions.getCase}`);
    expect(calls[0]?.init.method).toBe('POST');
    expect(calls[0]?.init.body).toBeInstanceOf(URLSearchParams);
    expect(calls[0]?.form.get('Token')).toBe('first-token');
    expect(getCaseRequest.parse(JSON.parse(calls[0]?.form.get('Payload') ?? ''))).toEqual({ caseId: view.id });
  });

  it('changes the status and adds a note at their own paths', async () => {
    const { client, calls } = clientWith([ok, ok]);
    await client.changeCaseStatus({ caseId: view.id, status: 'closed', version: 3 });
    await client.addCaseNote({ caseId: view.id, noteId: '8f2c1f5e-5d0f-4a53-9f62-0f3c6a1c9a77', text: 'ü & = +' });
    expect(calls.map((call) => call.url)).toEqual([
      `https://functions.example${panelFunctions.changeCaseStatus}`,
      `https://functions.example${panelFunctions.addCaseNote}`,
    ]);
    expect(changeCaseStatusRequest.parse(JSON.parse(calls[0]?.form.get('Payload') ?? '')).status).toBe('closed');
    expect(addCaseNoteRequest.parse(JSON.parse(calls[1]?.form.get('Payload') ?? '')).text).toBe('ü & = +');
  });

  it('hands on a refusal with its words', async () => {
    const { client, calls } = clientWith([refusal(403, 'forbidden')]);
    expect(await client.getCase({ caseId: view.id })).toEqual({
      kind: 'refused',
      code: 'forbidden',
      message: 'Because.',
    });
    expect(calls).toHaveLength(1);
  });

  it('hands on the case as it is now with a stale version', async () => {
    const { client } = clientWith([refusal(409, 'stale-version', { current: view })]);
    const result = await client.changeCaseStatus({ caseId: view.id, status: 'closed', version: 1 });
    expect(result).toEqual({ kind: 'refused', code: 'stale-version', message: 'Because.', current: view });
  });

  it.each([
    ['the network fails', new TypeError('Failed to fetch')],
    ['the database is away', refusal(503, 'unavailable')],
    ['something in between answers', { status: 502, body: '<html>Bad gateway</html>' }],
  ] as Array<[string, Answer]>)('reads once more, with a fresh token, when %s', async (_name, trouble) => {
    const { client, calls, waits } = clientWith([trouble, ok]);
    expect((await client.getCase({ caseId: view.id })).kind).toBe('case');
    expect(calls.map((call) => call.form.get('Token'))).toEqual(['first-token', 'second-token']);
    expect(waits).toHaveLength(1);
  });

  it('repeats a note under the same id', async () => {
    const { client, calls } = clientWith([new TypeError('Failed to fetch'), ok]);
    await client.addCaseNote({ caseId: view.id, noteId: '8f2c1f5e-5d0f-4a53-9f62-0f3c6a1c9a77', text: 'Hi' });
    expect(calls[0]?.form.get('Payload')).toBe(calls[1]?.form.get('Payload'));
  });

  it('never repeats a change of status by itself', async () => {
    const { client, calls } = clientWith([new TypeError('Failed to fetch'), ok]);
    const result = await client.changeCaseStatus({ caseId: view.id, status: 'closed', version: 1 });
    expect(result).toEqual({ kind: 'unreachable', message: expect.stringContaining('could not be reached') });
    expect(calls).toHaveLength(1);
  });

  it('gives up on an attempt after 8 seconds and says so', async () => {
    jest.useFakeTimers();
    try {
      const { client } = clientWith(['never']);
      const result = client.changeCaseStatus({ caseId: view.id, status: 'closed', version: 1 });
      jest.advanceTimersByTime(8_000);
      expect(await result).toEqual({ kind: 'unreachable', message: expect.stringContaining('within 8 seconds') });
    } finally {
      jest.useRealTimers();
    }
  });

  it('ends as cancelled, without a second attempt, when nobody waits any more', async () => {
    const { client, calls } = clientWith(['never', ok]);
    const controller = new AbortController();
    const result = client.getCase({ caseId: view.id }, controller.signal);
    controller.abort();
    expect(await result).toEqual({ kind: 'cancelled' });
    expect(calls).toHaveLength(1);
  });

  it('names the missing setting and calls nobody', async () => {
    const { client, calls } = clientWith([ok], { functionsUrl: undefined });
    const result = await client.getCase({ caseId: view.id });
    expect(result).toEqual({
      kind: 'not-configured',
      message: expect.stringContaining('ui_attributes.discord_channel.functions_url'),
    });
    expect(calls).toHaveLength(0);
  });

  it.each([
    ['no JSON', 'hello'],
    ['another shape', { case: { id: 1 } }],
    ['a case without its notes', { case: { ...view, notes: undefined } }],
    ['an error code of nobody', { error: { code: 'toString', message: 'x' } }],
  ])('does not take %s for an answer', async (_name, body) => {
    const { client } = clientWith([
      { status: 200, body },
      { status: 200, body },
    ]);
    expect((await client.getCase({ caseId: view.id })).kind).toBe('unreachable');
  });
});
