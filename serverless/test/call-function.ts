import type { FunctionContext, TwilioFunction } from '../src/runtime/twilio-runtime';

export interface FunctionAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** `Twilio.Response` as far as it is used: https://www.twilio.com/docs/runtime/functions/invocation */
class Response implements FunctionAnswer {
  status = 200;
  headers: Record<string, string> = {};
  body: unknown = null;

  setStatusCode(status: number): void {
    this.status = status;
  }
  setHeaders(headers: Record<string, string>): void {
    this.headers = headers;
  }
  setBody(body: unknown): void {
    this.body = body;
  }
}

/** Calls a Function as Twilio's runtime does: parameters in the event, the answer through the callback. */
export function callFunction(
  handler: TwilioFunction,
  parameters: Record<string, string>,
  variables: Record<string, string> = {},
  getTwilioClient: () => unknown = () => ({}),
): Promise<FunctionAnswer> {
  Object.assign(globalThis, { Twilio: { Response } });
  const context = { PATH: '/test', DOMAIN_NAME: 'localhost', getTwilioClient, ...variables };
  const event = { request: { headers: {}, cookies: {} }, ...parameters };
  return new Promise((resolve, reject) => {
    handler(context as unknown as FunctionContext, event, (error, answer) =>
      error ? reject(error) : resolve(answer as FunctionAnswer),
    ).catch(reject);
  });
}
