import type { Widget } from './widget';

/** A Function that has not answered by then has failed. */
const limitMs = 10_000;

/**
 * Calls a Function: a signed form POST. Any answer below 400 is a success; the answer is there as `body`, and as
 * `parsed` when its content type is JSON. https://www.twilio.com/docs/studio/widget-library/run-function
 */
export const runFunction: Widget = async ({ state, render }, { poster }) => {
  const parameters = (state.properties.parameters ?? []) as readonly { key: string; value: string }[];
  const fields = Object.fromEntries(parameters.map(({ key, value }) => [key, render(value)]));
  const outcome = await poster.postForm(render(state.properties.url), fields, limitMs);
  if (outcome.kind === 'timeout') return { event: 'fail', problem: `No answer within ${limitMs} ms` };
  if (outcome.kind === 'unreachable') return { event: 'fail', problem: outcome.reason };
  const { status, body, contentType } = outcome;
  const parsed = /^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType) ? parse(body) : undefined;
  return {
    event: status < 400 ? 'success' : 'fail',
    result: { status_code: String(status), content_type: contentType, body, ...(parsed !== undefined && { parsed }) },
    ...(status >= 400 && { problem: `The Function answered ${status}` }),
  };
};

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
