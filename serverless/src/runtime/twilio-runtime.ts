// Brings the global `Twilio` of the runtime into scope.
import type {} from '@twilio-labs/serverless-runtime-types';
import type { Context, ServerlessCallback } from '@twilio-labs/serverless-runtime-types/types';
import type { Twilio as TwilioClient } from 'twilio';

/** What Twilio hands to a Function beside the event: its variables, and the way to the account's client. */
export type FunctionContext = Omit<Context<Record<string, string | undefined>>, 'getTwilioClient'> & {
  /** The client of the version in package.json: the package of types has an older one of its own. */
  getTwilioClient(options: { lazyLoading: boolean; timeout: number; autoRetry: boolean }): TwilioClient;
};

/** The parameters of a request; `request` is Twilio's own and holds the headers. */
export type FunctionEvent = Readonly<Record<string, unknown>>;

/** A Function as Twilio calls it. */
export type TwilioFunction = (
  context: FunctionContext,
  event: FunctionEvent,
  callback: ServerlessCallback,
) => Promise<void>;

/** Answers with JSON. */
export function answerJson(
  callback: ServerlessCallback,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  const response = new Twilio.Response();
  response.setStatusCode(status);
  response.setHeaders({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  response.setBody(body);
  callback(null, response);
}
