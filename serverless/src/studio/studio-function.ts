import type { VirtualAgentDependencies } from '@discord-channel/virtual-agent';
import type { z } from 'zod';
import { consoleLogger } from '../runtime/console-logger';
import { retryDeadConnection } from '../runtime/retry-dead-connection';
import { answerJson, type FunctionContext, type TwilioFunction } from '../runtime/twilio-runtime';

/** What a use case has for the flow. A refusal makes the flow take its `fail` way. */
export type StudioAnswer = { kind: 'done'; body: object } | { kind: 'refused'; reason: string };

export interface StudioFunction<Schema extends z.ZodType> {
  /** Opens what the use case needs; called with each request, so it keeps what it opened. */
  open: (context: FunctionContext) => Promise<VirtualAgentDependencies>;
  request: Schema;
  /** May be run twice for one request. */
  run: (virtualAgent: VirtualAgentDependencies, request: z.infer<Schema>) => Promise<StudioAnswer>;
}

/**
 * A Function that the Studio flow runs: checks the parameters, calls one use case, answers JSON with 200, or with
 * 400, 409 or 500, by which Studio takes the `fail` way. Twilio has checked the signature (`.protected`).
 */
export function studioFunction<Schema extends z.ZodType>({
  open,
  request: schema,
  run,
}: StudioFunction<Schema>): TwilioFunction {
  return async (context, event, callback) => {
    const logger = consoleLogger(context);
    const request = schema.safeParse(event);
    if (!request.success) {
      const fields = request.error.issues.map(({ path }) => path.join('.'));
      logger.error({ fields }, 'the flow called with parameters that are missing or wrong');
      return answerJson(callback, 400, { error: { code: 'invalid-request', fields } });
    }
    try {
      const answer = await retryDeadConnection(async () => run(await open(context), request.data));
      if (answer.kind === 'done') return answerJson(callback, 200, answer.body);
      logger.warn({ reason: answer.reason }, 'the use case refused');
      answerJson(callback, 409, { error: { code: 'refused', reason: answer.reason } });
    } catch (error) {
      logger.error({ err: error }, 'the use case failed');
      answerJson(callback, 500, { error: { code: 'failed' } });
    }
  };
}
