import type { AnswerPolicy } from '@discord-channel/contracts';

/** What a search leads to: the best article, a choice among the best, or that nothing fits. */
export type AnswerKind = 'article' | 'choices' | 'nothing';

/** Applies the policy to what a search says of itself. */
export function decideAnswer(
  policy: AnswerPolicy,
  { confidence, answerable }: { confidence: number; answerable: number },
): AnswerKind {
  if (confidence >= policy.answerFrom) return 'article';
  return answerable >= policy.offerFrom ? 'choices' : 'nothing';
}
