import { request } from 'node:http';

export interface FunctionCall {
  /** Such as `/flex/find-cases`. */
  path: string;
  payload: object;
}

/**
 * Calls a Function over HTTP as the panel does, with an agent's token, and gives the milliseconds until the whole
 * answer was there.
 * @throws Error with the answer when it is not 200: what failed was not measured.
 */
export async function callTimed(url: string, token: string, { path, payload }: FunctionCall): Promise<number> {
  const body = new URLSearchParams({ Token: token, Payload: JSON.stringify(payload) }).toString();
  const began = performance.now();
  const { status, text } = await post(`${url}${path}`, body);
  const took = performance.now() - began;
  if (status !== 200)
    throw new Error(`${path} answered ${status} to ${JSON.stringify(payload)}: ${text.slice(0, 500)}`);
  return took;
}

/** The 95th percentile, to a tenth of a millisecond. */
export function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN) * 10) / 10;
}

function post(url: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
