import { z } from 'zod';

/** What a button under a question about a case says. Who pressed it is told by Discord, never by the button. */
export const caseAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('close'), questionId: z.uuid() }),
  z.object({ kind: z.literal('elevate'), questionId: z.uuid() }),
  z.object({ kind: z.literal('rate'), questionId: z.uuid(), score: z.int().min(1).max(5) }),
]);
export type CaseAnswer = z.infer<typeof caseAnswer>;

const prefix = 'case:';

/** The id of such a button, at most 100 characters as Discord allows for `custom_id`. */
export function encodeCaseAnswer(answer: CaseAnswer): string {
  const score = answer.kind === 'rate' ? `:${answer.score}` : '';
  return `${prefix}${answer.kind}:${answer.questionId}${score}`;
}

/** True for the id of a button under a question about a case, also of one that this release does not know. */
export function isCaseAnswer(customId: string): boolean {
  return customId.startsWith(prefix);
}

/** The answer behind a button's id; undefined for a forged or an outdated one. */
export function decodeCaseAnswer(customId: string): CaseAnswer | undefined {
  const [, kind, questionId, score, ...more] = customId.split(':');
  if (!isCaseAnswer(customId) || more.length > 0) return undefined;
  const parsed = caseAnswer.safeParse({ kind, questionId, ...(score !== undefined && { score: Number(score) }) });
  return parsed.success ? parsed.data : undefined;
}
