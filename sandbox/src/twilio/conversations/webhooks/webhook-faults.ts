import type { WebhookEvent } from '../records';

/** What goes wrong with webhooks on their way: Twilio promises at most once and no order, and its network less. */
export interface WebhookFaultSettings {
  drop?: boolean;
  double?: boolean;
  /** Milliseconds that a call is held back. Calls of other events overtake it. */
  delayMs?: number;
  /** The events that are hit; all if left out. */
  events?: readonly WebhookEvent[];
}

/** Faults of scoped webhooks, switched on and off while running. */
export class WebhookFaults {
  private settings: WebhookFaultSettings = {};

  /** Replaces the faults in force; `{}` ends them. */
  setWebhooks(settings: WebhookFaultSettings): void {
    this.settings = settings;
  }

  /** How often a call is made, and after how long. */
  planFor(event: WebhookEvent): { times: number; delayMs: number } {
    const { drop, double, delayMs = 0, events } = this.settings;
    if (events && !events.includes(event)) return { times: 1, delayMs: 0 };
    return { times: drop ? 0 : double ? 2 : 1, delayMs };
  }
}
