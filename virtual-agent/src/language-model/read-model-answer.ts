import type { Article } from '@discord-channel/knowledge-base';
import { z } from 'zod';
import { isGrounded } from './is-grounded';

/** Discord shows 2,000 characters; an answer is short. */
const maxAnswer = 1_500;

/** Half a character, or NUL: no message can hold it. */
const unsendable = /[\0\p{Cs}]/u;

const modelAnswer = z.object({
  answer: z
    .string()
    .trim()
    .min(1)
    .max(maxAnswer)
    .refine((text) => !unsendable.test(text))
    .nullable(),
  citations: z
    .array(z.object({ id: z.string(), quote: z.string() }))
    .max(10)
    .default([]),
});

export type ReadModelAnswer =
  | { kind: 'grounded'; text: string; cited: readonly [Article, ...Article[]] }
  /** The articles do not answer the question, says the model. */
  | { kind: 'nothing' }
  /** Not what was asked for, or more than the articles say. */
  | { kind: 'unusable'; why: 'not-json' | 'no-citation' | 'not-grounded' };

/**
 * Reads what a language model answered and believes none of it unseen: an article counts as cited with a sentence that
 * does stand in it, and an answer counts that says what the cited articles say.
 */
export function readModelAnswer(content: string, articles: readonly Article[]): ReadModelAnswer {
  const parsed = modelAnswer.safeParse(parseJson(content));
  if (!parsed.success) return { kind: 'unusable', why: 'not-json' };
  const { answer, citations } = parsed.data;
  if (answer === null) return { kind: 'nothing' };
  const [first, ...others] = articles.filter(({ id, text }) =>
    citations.some((citation) => citation.id === id && isQuoted(citation.quote, text)),
  );
  if (!first) return { kind: 'unusable', why: 'no-citation' };
  const cited = [first, ...others] as const;
  return isGrounded(answer, cited)
    ? { kind: 'grounded', text: answer, cited: [first, ...others] }
    : { kind: 'unusable', why: 'not-grounded' };
}

function isQuoted(quote: string, text: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const wanted = plain(quote);
  return wanted.length >= 4 && plain(text).includes(wanted);
}

/** Some models put a fence around what they were told to write. */
function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''));
  } catch {
    return undefined;
  }
}
