import { createHash } from 'node:crypto';
import type { LabelledQuestion } from './data-set';

export type Half = 'tune' | 'held-out';

/** Which half of a set a question belongs to: decided by the question alone, so that it never changes sides. */
export function halfOf({ question }: LabelledQuestion): Half {
  return ((createHash('sha256').update(question).digest()[0] ?? 0) & 1) === 0 ? 'tune' : 'held-out';
}
