import { EnvironmentError } from '@discord-channel/contracts';
import {
  createChatModel,
  createModelAnswerer,
  type Logger,
  type QuestionAnswerer,
} from '@discord-channel/virtual-agent';
import type { FunctionsConfig } from '../config';

/**
 * The language model that is configured; undefined where none is.
 * @throws EnvironmentError when an address has no model's name with it.
 */
export function openAnswerer(
  config: Pick<
    FunctionsConfig,
    'LANGUAGE_MODEL_URL' | 'LANGUAGE_MODEL_NAME' | 'LANGUAGE_MODEL_API_KEY' | 'LANGUAGE_MODEL_TIMEOUT_MS'
  >,
  { logger, monotonicNow }: { logger: Logger; monotonicNow: () => number },
): QuestionAnswerer | undefined {
  const { LANGUAGE_MODEL_URL: baseUrl, LANGUAGE_MODEL_NAME: model, LANGUAGE_MODEL_API_KEY: apiKey } = config;
  if (baseUrl === undefined) return undefined;
  if (model === undefined) {
    throw new EnvironmentError([
      'LANGUAGE_MODEL_NAME is missing. LANGUAGE_MODEL_URL needs the name of a model with it.',
    ]);
  }
  return createModelAnswerer({
    model: createChatModel({ baseUrl, model, apiKey }),
    logger,
    monotonicNow,
    timeoutMs: config.LANGUAGE_MODEL_TIMEOUT_MS,
  });
}
