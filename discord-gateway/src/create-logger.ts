import pino, { type DestinationStream, type Logger } from 'pino';
import { createMask } from './logging/create-mask';
import { describeError } from './logging/describe-error';
import { censored, privateFields } from './logging/private-fields';
import { safeFields } from './logging/safe-fields';

export interface LoggerOptions {
  level: string;
  /** Never written, wherever they turn up: tokens and passwords of the configuration. */
  secrets?: readonly string[];
  destination?: DestinationStream;
}

/**
 * The worker's logger: lines of JSON without bodies, tokens or e-mail addresses. Fields are made safe by name and
 * errors described; the line as a whole is then searched for secrets.
 */
export function createLogger({ level, secrets = [], destination }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: { service: 'discord-gateway' },
      formatters: { log: safeFields },
      // A child's own fields do not pass through `formatters`.
      serializers: { err: (error: unknown) => (error instanceof Error ? describeError(error) : error) },
      redact: { paths: [...privateFields], censor: censored },
      hooks: {
        streamWrite: createMask(secrets),
        // An error without words beside it would lend the line its own message, with what that quotes.
        logMethod(line, write) {
          const [first] = line as unknown[];
          if (first instanceof Error && line.length === 1)
            write.call(this, { err: first }, describeError(first).message);
          else write.apply(this, line);
        },
      },
    },
    destination,
  );
}
