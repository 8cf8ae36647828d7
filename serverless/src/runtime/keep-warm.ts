import type { FunctionContext } from './twilio-runtime';

/**
 * Opens something with the first request and keeps it for the next ones, as long as Twilio keeps the Function warm:
 * a pool of connections, a client, an index. What could not be opened is tried again with the next request.
 */
export function keepWarm<Opened>(
  open: (context: FunctionContext) => Promise<Opened>,
): (context: FunctionContext) => Promise<Opened> {
  let opening: Promise<Opened> | undefined;
  return (context) => {
    const current = opening ?? open(context);
    opening = current;
    current.catch(() => {
      if (opening === current) opening = undefined;
    });
    return current;
  };
}
