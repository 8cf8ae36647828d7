import { readEnvironment } from '@discord-channel/contracts';
import { type FunctionsConfig, functionsConfigSchema } from '../config';
import type { FunctionContext } from './twilio-runtime';

/**
 * Reads the variables of the context.
 * @throws EnvironmentError naming every variable that is missing or wrong, never a value.
 */
export function readConfig(context: FunctionContext): FunctionsConfig {
  // Name by name: reading other properties of the context makes the local runtime warn.
  const names = Object.keys(functionsConfigSchema.shape);
  return readEnvironment(functionsConfigSchema, Object.fromEntries(names.map((name) => [name, context[name]])));
}
