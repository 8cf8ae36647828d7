import type { Logger } from '@discord-channel/virtual-agent';
import { createFunctionLogger } from './function-logger';
import type { FunctionContext } from './twilio-runtime';

/** The logger of a Function: Twilio keeps nothing but what Functions write to the console. */
export function consoleLogger(context: FunctionContext): Logger {
  return createFunctionLogger(context.PATH ?? 'unknown', console);
}
