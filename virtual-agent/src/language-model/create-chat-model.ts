import { z } from 'zod';
import { type ChatModel, LanguageModelError } from './chat-model';

export interface ChatModelOptions {
  /** Of an OpenAI-compatible API, up to what stands before `/chat/completions`. */
  baseUrl: string;
  model: string;
  /** Sent as a bearer token; left out for an endpoint that wants none. */
  apiKey: string | undefined;
}

/** More than any answer needs. In bytes. */
const maxAnswerBytes = 64 * 1_024;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * A language model behind any endpoint that speaks OpenAI's chat completions: one request, no repeat, since there is
 * an embedded answer to fall back to. Only what every such endpoint takes is sent.
 * Source: https://platform.openai.com/docs/api-reference/chat/create
 */
export function createChatModel({ baseUrl, model, apiKey }: ChatModelOptions): ChatModel {
  const url = `${baseUrl.replace(/\/+$/, '')}/chat/completions`;
  return {
    async complete(messages, timeoutMs) {
      const text = await post(url, { model, messages }, apiKey, timeoutMs);
      const parsed = completion.safeParse(parseJson(text));
      const content = parsed.data?.choices[0]?.message.content;
      if (content === undefined)
        throw new LanguageModelError('malformed', 'The language model answered no completion.');
      return content;
    },
  };
}

async function post(url: string, body: object, apiKey: string | undefined, timeoutMs: number): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
      body: JSON.stringify(body),
      // The key is for this address alone.
      redirect: 'error',
      // It takes whole milliseconds only, and what is left of a deadline has fractions.
      signal: AbortSignal.timeout(Math.ceil(timeoutMs)),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new LanguageModelError('refused', `The language model's endpoint answered ${response.status}.`);
    }
    return await readLimited(response);
  } catch (error) {
    if (error instanceof LanguageModelError) throw error;
    if ((error as Error).name === 'TimeoutError') {
      throw new LanguageModelError('timeout', `The language model did not answer within ${Math.round(timeoutMs)} ms.`);
    }
    // Not the cause: it may name the address with what an admin put into it.
    throw new LanguageModelError('unreachable', "The language model's endpoint could not be reached.");
  }
}

async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > maxAnswerBytes) {
      await reader?.cancel();
      throw new LanguageModelError('malformed', 'The language model answered too much.');
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
