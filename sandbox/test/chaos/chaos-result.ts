import type { ChaosResult } from '../../src/chaos/run-chaos';

const flat = { secondQuarter: 10, lastQuarter: 10, max: 12, isFlat: true };

/** The result of a run in which all went well, but for what is said. */
export function chaosResult(changes: Partial<ChaosResult> = {}): ChaosResult {
  return {
    sentIn: 2_100,
    sentOut: 2_000,
    changed: 80,
    lost: 0,
    duplicated: 0,
    reordered: 0,
    strayed: 0,
    stale: 0,
    kills: 24,
    faults: {
      answerDropped: 1,
      serverError: 1,
      throttled: 1,
      throttleBurst: 1,
      webhookLost: 1,
      webhookDoubled: 1,
      webhookDelayed: 1,
      webhookMisrouted: 1,
      gatewayDisconnect: 1,
      gatewayReconnect: 1,
      sessionExpiry: 1,
      databaseRestart: 1,
      databaseCut: 0,
      stopped: 2,
    },
    crashPoints: { reached: 26, total: 26, missing: [] },
    failover: { count: 20, p50Ms: 1_500, maxMs: 4_000 },
    wroteSeconds: 60,
    settledInMs: 4_000,
    memory: { deliveredSeconds: 480, ...flat },
    connections: flat,
    shortcomings: [],
    seed: 1,
    ...changes,
  };
}
