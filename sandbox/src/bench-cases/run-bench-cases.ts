import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { caseManagementSchema } from '@discord-channel/case-management';
import type { OwnedSchema } from '@discord-channel/database';
import { migrate } from '@discord-channel/database/migrate';
import { Pool } from 'pg';
import { pino } from 'pino';
import { startPostgres } from '../postgres/start-postgres';
import { startFunctionsHost } from '../twilio/functions-host/start-functions-host';
import { fillCases } from './fill-cases';
import { makeSaves, makeSearches, randomCases, type SearchClass } from './make-questions';
import { makeText } from './make-text';
import { callTimed, type FunctionCall, p95 } from './measure-function';
import { startTokenValidator } from './token-validator';

export interface BenchCases {
  cases: number;
  notes: number;
  /** How often each thing is measured. */
  samples: number;
  seed: number;
  onProgress: (line: string) => void;
}

export interface BenchCasesResult {
  classes: Record<SearchClass, { p95Ms: number }>;
  openPanelP95Ms: number;
  firstPageP95Ms: number;
  saveP95Ms: number;
  countersP95Ms: number;
}

/** How long Twilio takes to check a token. In milliseconds. */
const validatorMs = 60;
const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;

/**
 * Fills a database of its own with cases and measures the Functions of the cases view and of the panel over HTTP, one
 * request after the other, each Function warmed up first.
 */
export async function runBenchCases({
  cases,
  notes,
  samples,
  seed,
  onProgress,
}: BenchCases): Promise<BenchCasesResult> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const postgres = await startPostgres();
    stops.push(postgres.stop);
    const databaseUrl = await postgres.database(`bench_cases_${randomBytes(4).toString('hex')}`);
    const schemas: readonly OwnedSchema[] = [caseManagementSchema];
    await migrate({ connectionString: databaseUrl, schemas, onProgress });
    // Not the product's: what fills the database takes longer than a request may.
    const pool = new Pool({ connectionString: databaseUrl, max: 1 });
    // Postgres may tell a connection that is still closing that it stops: no reason to end without the figures.
    pool.on('connect', (client) => client.on('error', () => {}));
    stops.push(() => pool.end());
    const text = makeText(seed);
    await fillCases({ pool, text, cases, notes, onProgress });

    const validator = await startTokenValidator(validatorMs);
    stops.push(validator.stop);
    const host = await startFunctionsHost({
      baseDirectory: join(__dirname, '../../../serverless'),
      accountSid: sid('AC'),
      authToken: randomBytes(16).toString('hex'),
      environment: {
        DATABASE_URL: databaseUrl,
        TWILIO_STUDIO_FLOW_SID: sid('FW'),
        TWILIO_WORKSPACE_SID: sid('WS'),
        TWILIO_WORKFLOW_SID: sid('WW'),
        FLEX_ORIGIN: 'https://flex.twilio.com',
      },
      twilioUrl: validator.url,
      logger: pino({ level: 'error' }),
    });
    stops.push(host.stop);

    const token = randomBytes(16).toString('hex');
    const measure = async (name: string, calls: readonly FunctionCall[]) => {
      for (const call of calls.slice(0, 10)) await callTimed(host.url, token, call);
      const times: number[] = [];
      for (const call of calls.slice(10)) times.push(await callTimed(host.url, token, call));
      const result = p95(times);
      onProgress(`${name}: p95 ${result} ms of ${times.length}, longest ${Math.round(Math.max(...times))} ms`);
      return result;
    };
    const searches = await makeSearches(pool, text, samples + 10);
    const classes = {} as BenchCasesResult['classes'];
    for (const name of Object.keys(searches) as SearchClass[]) {
      classes[name] = { p95Ms: await measure(name, searches[name]) };
    }
    const same = (call: FunctionCall) => Array.from({ length: samples + 10 }, () => call);
    const opened = await randomCases(pool, samples + 10);
    return {
      classes,
      openPanelP95Ms: await measure(
        'open panel',
        opened.map((caseId) => ({ path: '/flex/get-case', payload: { caseId } })),
      ),
      firstPageP95Ms: await measure('first page', same({ path: '/flex/find-cases', payload: {} })),
      saveP95Ms: await measure('save', await makeSaves(pool, text, samples + 10)),
      countersP95Ms: await measure('counters', same({ path: '/flex/count-cases', payload: {} })),
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
