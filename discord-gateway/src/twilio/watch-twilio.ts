import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Twilio } from 'twilio';
import { backOff } from '../flow/back-off';
import { twilioFailure } from './twilio-failure';

export interface WatchTwilioDependencies {
  client: Twilio;
  workspaceSid: string;
  logger: Logger;
  /** Ends the watching. */
  signal: AbortSignal;
}

export interface TwilioWatch {
  /** Why nothing can be brought to Twilio, in words for an operator; undefined when it can. */
  whyNotReady(): string | undefined;
}

/** Milliseconds between two looks while all is well. */
const everyMs = 10_000;
const whileAway = { baseMs: 1_000, maxMs: 15_000 };

/**
 * Asks Twilio again and again whether it answers, takes the credentials and knows the workspace, and says in the log
 * what changed. Never ends the worker: while Twilio is away, or refuses it, what players write is still stored.
 */
export function watchTwilio({ client, workspaceSid, logger, signal }: WatchTwilioDependencies): TwilioWatch {
  let reason: string | undefined = 'Twilio has not answered yet.';

  function tell(next: { reason: string; isOurs: boolean } | undefined): void {
    if (next?.reason === reason) return;
    reason = next?.reason;
    if (!next) logger.info('Twilio answers');
    else if (next.isOurs) logger.error(next.reason);
    else logger.warn(next.reason);
  }

  async function watch(): Promise<never> {
    for (let failures = 0; ; ) {
      const problem = await look(client, workspaceSid);
      signal.throwIfAborted();
      tell(problem);
      failures = problem ? failures + 1 : 0;
      await sleep(problem ? backOff(failures, whileAway) : everyMs, undefined, { signal, ref: false });
    }
  }

  watch().catch((error: unknown) => {
    if (!signal.aborted) logger.error({ err: error }, 'Twilio is not watched any more');
  });
  return { whyNotReady: () => reason };
}

/** What is wrong, and whether it is for the operator of the worker to mend. */
async function look(client: Twilio, workspaceSid: string): Promise<{ reason: string; isOurs: boolean } | undefined> {
  try {
    await client.taskrouter.v1.workspaces(workspaceSid).tasks.list({ pageSize: 1, limit: 1 });
    return undefined;
  } catch (error) {
    const failure = twilioFailure(error);
    if (failure?.code === 'http-401' || failure?.code === 'http-403') {
      return {
        reason: 'Twilio refuses the credentials: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN. Messages wait.',
        isOurs: true,
      };
    }
    if (failure?.kind === 'refused' && failure.status === 404) {
      return { reason: 'This Twilio account has no such workspace: check TWILIO_WORKSPACE_SID.', isOurs: true };
    }
    return { reason: `Twilio does not answer (${failure?.code ?? 'unknown error'}). Messages wait.`, isOurs: false };
  }
}
