import type { SeededRandom } from './seeded-random';

/** What can go wrong on the way, with how often it did. */
export type FaultName =
  | 'answerDropped'
  | 'serverError'
  | 'throttled'
  | 'throttleBurst'
  | 'webhookLost'
  | 'webhookDoubled'
  | 'webhookDelayed'
  | 'webhookMisrouted'
  | 'gatewayDisconnect'
  | 'gatewayReconnect'
  | 'sessionExpiry'
  | 'databaseRestart'
  | 'databaseCut'
  | 'stopped';

export interface WebhookDelivery {
  /** Milliseconds from now. */
  delayMs: number;
  /** To the worker that is not ready, as balancers do that do not ask. */
  isMisrouted: boolean;
}

/** How a webhook is delivered when nothing goes wrong. */
export const punctual: WebhookDelivery = { delayMs: 0, isMisrouted: false };

/** Decides what goes wrong, and counts it. Nothing does while it is not armed. */
export class Faults {
  armed = false;
  /** While true, Twilio and Discord answer 429 to everything. */
  throttling = false;
  readonly counts: Record<FaultName, number> = {
    answerDropped: 0,
    serverError: 0,
    throttled: 0,
    throttleBurst: 0,
    webhookLost: 0,
    webhookDoubled: 0,
    webhookDelayed: 0,
    webhookMisrouted: 0,
    gatewayDisconnect: 0,
    gatewayReconnect: 0,
    sessionExpiry: 0,
    databaseRestart: 0,
    databaseCut: 0,
    stopped: 0,
  };

  constructor(private readonly random: SeededRandom) {}

  /** What becomes of a request of the worker. */
  ofRequest(): 'none' | 'server-error' | 'answer-dropped' | 'throttled' {
    if (!this.armed) return 'none';
    if (this.throttling) return this.#count('throttled', 'throttled');
    if (this.random.chance(0.05)) return this.#count('serverError', 'server-error');
    if (this.random.chance(0.05)) return this.#count('answerDropped', 'answer-dropped');
    return 'none';
  }

  /** How the copies of a webhook are delivered: none if it is lost. */
  ofWebhook(): WebhookDelivery[] {
    if (!this.armed) return [punctual];
    if (this.random.chance(0.1)) return this.#count('webhookLost', []);
    const copy = (): WebhookDelivery => ({
      delayMs: this.random.chance(0.2) ? this.#count('webhookDelayed', this.random.below(400)) : 0,
      isMisrouted: this.random.chance(0.1) && this.#count('webhookMisrouted', true),
    });
    return this.random.chance(0.1) ? this.#count('webhookDoubled', [copy(), copy()]) : [copy()];
  }

  #count<Outcome>(name: FaultName, outcome: Outcome): Outcome {
    this.counts[name] += 1;
    return outcome;
  }
}
