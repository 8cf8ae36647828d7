import { randomUUID } from 'node:crypto';
import { type CaseView, getCaseRequest, panelError, panelResponse } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import type { PanelApi } from '../../src/panel/open-panel-api';
import { type PanelFunction, panelFunction } from '../../src/panel/panel-function';
import { panelRefusals } from '../../src/panel/panel-refusals';
import { callFunction } from '../call-function';

const caseId = randomUUID();
const view: CaseView = {
  id: caseId,
  number: 1042,
  subject: 'password',
  status: 'open',
  source: 'discord-dm',
  priority: 'normal',
  category: null,
  tags: [],
  customValues: {},
  owner: null,
  followUpOn: null,
  elevationReason: null,
  resolution: null,
  csatScore: null,
  version: 1,
  createdAt: '2026-11-21T12:00:00.000Z',
  updatedAt: '2026-11-21T12:00:00.000Z',
  closedAt: null,
  contact: {
    id: randomUUID(),
    version: 1,
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    labels: [],
    notes: null,
    name: 'Somebody',
    customValues: {},
    discord: null,
    identities: [],
  },
  conversationSids: [],
  links: [],
  report: null,
  notes: [],
};
const pool = {} as Pool;
const agent = { identity: 'kim_40example_2Ecom', name: 'kim@example.com', roles: ['agent'] };

type Run = PanelFunction<typeof getCaseRequest>['run'];

const silence = {
  log: jest.spyOn(console, 'log'),
  warn: jest.spyOn(console, 'warn'),
  error: jest.spyOn(console, 'error'),
};
beforeEach(() => {
  for (const spy of Object.values(silence)) spy.mockReset().mockImplementation(() => {});
});

function call(parameters: Record<string, string>, changes: { api?: Partial<PanelApi>; run?: Run } = {}) {
  const api: PanelApi = {
    flexOrigin: 'https://flex.twilio.com',
    verifyToken: async () => ({ kind: 'valid', agent }),
    openPool: async () => pool,
    ...changes.api,
  };
  const run: Run = changes.run ?? (async () => ({ kind: 'case', case: view }));
  return callFunction(panelFunction({ open: async () => api, request: getCaseRequest, run }), parameters);
}
const good = { Token: 'secret-token', Payload: JSON.stringify({ caseId }) };
const errorOf = (body: unknown) => panelError.parse(body).error;

test('an agent is given the case, for Flex’s origin only', async () => {
  const { status, headers, body } = await call(good);
  expect(status).toBe(200);
  expect(panelResponse.parse(body).case).toEqual(view);
  expect(headers).toMatchObject({
    'Access-Control-Allow-Origin': 'https://flex.twilio.com',
    Vary: 'Origin',
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  });
});

test('the use case is told who the agent is', async () => {
  const run = jest.fn<ReturnType<Run>, Parameters<Run>>(async () => ({ kind: 'case', case: view }));
  await call(good, { run });
  expect(run).toHaveBeenCalledWith(pool, { caseId }, { kind: 'agent', id: agent.identity, name: agent.name }, agent);
});

test.each([
  ['no token', {}, {}, 401, 'invalid-token'],
  ['a bad token', good, { verifyToken: async () => ({ kind: 'invalid' }) }, 401, 'invalid-token'],
  [
    'Twilio out of reach',
    good,
    { verifyToken: async () => ({ kind: 'unavailable', reason: 'x' }) },
    503,
    'unavailable',
  ],
  [
    'a role that may not',
    good,
    { verifyToken: async () => ({ kind: 'valid', agent: { ...agent, roles: ['wfo.data_analyst'] } }) },
    403,
    'forbidden',
  ],
  ['no request', { Token: 'x' }, {}, 400, 'invalid-request'],
  ['a request that is no JSON', { ...good, Payload: '{' }, {}, 400, 'invalid-request'],
  ['a request of another shape', { ...good, Payload: '{"caseId":"1"}' }, {}, 400, 'invalid-request'],
  ['a database out of reach', good, { openPool: () => Promise.reject(new Error('no database')) }, 503, 'unavailable'],
] as [string, Record<string, string>, Partial<PanelApi>, number, string][])(
  '%s is refused in plain words that Flex may read',
  async (_, parameters, api, status, code) => {
    const run = jest.fn<ReturnType<Run>, Parameters<Run>>();
    const answered = await call(parameters, { api, run });
    expect(answered.status).toBe(status);
    expect(errorOf(answered.body).code).toBe(code);
    expect(answered.headers['Access-Control-Allow-Origin']).toBe('https://flex.twilio.com');
    expect(run).not.toHaveBeenCalled();
  },
);

test('a stranger costs no database connection', async () => {
  const openPool = jest.fn<Promise<Pool>, []>(async () => pool);
  await call(good, { api: { openPool, verifyToken: async () => ({ kind: 'invalid' }) } });
  expect(openPool).not.toHaveBeenCalled();
});

test('a stale version shows the case as it is now', async () => {
  const run: Run = async () => ({ kind: 'refused', refusal: panelRefusals.staleVersion(view) });
  const { status, body } = await call(good, { run });
  expect(status).toBe(409);
  expect(errorOf(body)).toMatchObject({ code: 'stale-version', current: view });
});

test('a connection that died while the Function slept is opened again, unseen', async () => {
  let tries = 0;
  const run: Run = async () => {
    tries += 1;
    if (tries === 1) throw new Error('Connection terminated unexpectedly');
    return { kind: 'case', case: view };
  };
  expect((await call(good, { run })).status).toBe(200);
});

test('neither token nor request is ever logged', async () => {
  const run: Run = () => Promise.reject(new Error('the database said no'));
  await call(good, { run });
  const logged = JSON.stringify([silence.log.mock.calls, silence.warn.mock.calls, silence.error.mock.calls]);
  expect(logged).toContain('the database said no');
  expect(logged).not.toContain('secret-token');
  expect(logged).not.toContain(caseId);
});

test.each([
  ['the disk is full', '53100'],
  ['two transactions stood in each other’s way', '40001'],
  ['a deadlock was broken', '40P01'],
  ['the database is starting', '57P03'],
  ['it is read-only', '25006'],
  ['nobody listens', 'ECONNREFUSED'],
])('when %s the agent is told that nothing was lost and to try again', async (_name, code) => {
  const { status, body } = await call(good, {
    run: () => Promise.reject(Object.assign(new Error('could not extend file'), { code })),
  });
  expect(status).toBe(503);
  expect(errorOf(body)).toEqual(panelRefusals.unavailable().body.error);
  expect(silence.error).toHaveBeenCalledTimes(1);
});

test.each([
  ['no JSON', '{'],
  ['no object', '"x"'],
  ['empty', ''],
  ['without the case', '{}'],
  ['with a case that is none', '{"caseId": "1; drop table cases"}'],
  ['with keys of JavaScript', '{"__proto__": {"caseId": "1"}, "constructor": 1}'],
  ['nested without an end', `${'['.repeat(100_000)}`],
])('a request that is %s is refused with 400, and no database is asked', async (_name, Payload) => {
  const openPool = jest.fn();
  const { status, body } = await call({ ...good, Payload }, { api: { openPool } });
  expect(status).toBe(400);
  expect(errorOf(body).code).toBe('invalid-request');
  expect(openPool).not.toHaveBeenCalled();
});
