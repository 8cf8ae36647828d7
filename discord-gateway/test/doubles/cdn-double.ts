/** What Discord's hosts for files answer: for each path its answers in turn, the last one for good. */
export function createCdnDouble() {
  const answers = new Map<string, (() => Response | Promise<Response>)[]>();
  const requests: { url: string; init: RequestInit | undefined }[] = [];

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    requests.push({ url, init });
    const waiting = answers.get(url) ?? [];
    const answer = waiting.length > 1 ? waiting.shift() : waiting[0];
    if (!answer) return new Response('This content is no longer available.', { status: 404 });
    const { signal } = init ?? {};
    return Promise.race([
      answer(),
      new Promise<never>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    ]);
  };

  return {
    fetch,
    requests,
    /** What the address answers next. */
    answer(url: string, answer: () => Response | Promise<Response>): void {
      answers.set(url, [...(answers.get(url) ?? []), answer]);
    },
  };
}
export type CdnDouble = ReturnType<typeof createCdnDouble>;

/** A file that is there. */
export const fileAnswer = (bytes: string) => () =>
  new Response(bytes, { headers: { 'content-length': `${Buffer.byteLength(bytes)}` } });
