import { onMessageRequest } from '@discord-channel/contracts';
import type { VirtualAgentDependencies } from '@discord-channel/virtual-agent';
import { type StudioFunction, studioFunction } from '../../src/studio/studio-function';
import { callFunction } from '../call-function';

const conversationSid = `CH${'1'.repeat(32)}`;
const dependencies = {} as VirtualAgentDependencies;
type Run = StudioFunction<typeof onMessageRequest>['run'];

beforeEach(() => {
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const call = (parameters: Record<string, string>, run: Run) =>
  callFunction(studioFunction({ open: async () => dependencies, request: onMessageRequest, run }), parameters);

test('the flow is given the answer as JSON, which Studio parses', async () => {
  const answer = await call({ conversationSid }, async () => ({ kind: 'done', body: { outcome: 'answered' } }));
  expect(answer).toMatchObject({
    status: 200,
    body: { outcome: 'answered' },
    headers: { 'Content-Type': 'application/json' },
  });
});

test.each([
  ['parameters that are missing', {}, async () => ({ kind: 'done', body: {} }) as const, 400],
  ['a refusal', { conversationSid }, async () => ({ kind: 'refused', reason: 'mode agent' }) as const, 409],
  ['a failure', { conversationSid }, () => Promise.reject(new Error('Twilio is down')), 500],
] as [string, Record<string, string>, Run, number][])(
  '%s makes the flow take its fail way',
  async (_, parameters, run, status) => {
    expect((await call(parameters, run)).status).toBe(status);
  },
);

test('a dead database connection is tried once more, another failure is not', async () => {
  const dead = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const reviving = jest.fn<ReturnType<Run>, Parameters<Run>>(async () => ({ kind: 'done', body: {} }));
  reviving.mockRejectedValueOnce(dead);
  expect((await call({ conversationSid }, reviving)).status).toBe(200);
  const failing = jest.fn<ReturnType<Run>, Parameters<Run>>(() => Promise.reject(new Error('no')));
  expect((await call({ conversationSid }, failing)).status).toBe(500);
  expect(failing).toHaveBeenCalledTimes(1);
});
