import type { Logger } from '@discord-channel/virtual-agent';

/** Where lines go. Twilio keeps what Functions write to the console, and shows `error` and `warn` in its debugger. */
export type LogSink = Pick<Console, 'log' | 'warn' | 'error'>;

/** Writes one line of JSON per event. Of an error only what holds no message text of a player: name, message, code. */
export function createFunctionLogger(path: string, sink: LogSink): Logger {
  const line = (level: string, fields: object, message: string) =>
    JSON.stringify({ level, function: path, message, ...fields }, (_, value: unknown) =>
      value instanceof Error ? describeError(value) : value,
    );
  return {
    info: (fields, message) => sink.log(line('info', fields, message)),
    warn: (fields, message) => sink.warn(line('warn', fields, message)),
    error: (fields, message) => sink.error(line('error', fields, message)),
  };
}

function describeError(error: Error): object {
  const { code, status } = error as Error & { code?: unknown; status?: unknown };
  return { name: error.name, message: error.message, code, status };
}
