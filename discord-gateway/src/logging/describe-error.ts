const longest = 500;

export interface ErrorDescription {
  type: string;
  message: string;
  status?: number;
  code?: number | string;
  stack: string;
  cause?: ErrorDescription;
}

/**
 * What of an error is written to the log: its kind, message, codes and the frames of its stack. Errors of the Discord
 * and Twilio clients carry request bodies, URLs with tokens and credentials as properties; those of parsers quote
 * what they read in their message, which is cut out.
 */
export function describeError(error: Error, depth = 0): ErrorDescription {
  const { status, code } = error as { status?: unknown; code?: unknown };
  return {
    type: error.name,
    message: messageOf(error),
    ...(typeof status === 'number' && { status }),
    ...((typeof code === 'number' || typeof code === 'string') && { code }),
    stack: framesOf(error),
    ...(error.cause instanceof Error && depth < 4 && { cause: describeError(error.cause, depth + 1) }),
  };
}

function messageOf(error: Error): string {
  const { issues, status, code } = error as { issues?: unknown; status?: unknown; code?: unknown };
  if (error.name === 'ZodError' && Array.isArray(issues)) {
    return issues.map(({ path, code: kind }) => `${[path].flat().join('.')}: ${kind}`).join(', ');
  }
  // Postgres quotes values in errors of class 22, data exception.
  const quotes = error instanceof SyntaxError || typeof status === 'number' || /^22\w{3}$/.test(String(code));
  const message = quotes ? error.message.replace(/"[^"]*"?|'[^']*'/g, '"..."') : error.message;
  return message.slice(0, longest);
}

/** The stack without its head, which is the message once more. */
function framesOf({ stack }: Error): string {
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.map((line) => line.trim()).join('\n');
}
