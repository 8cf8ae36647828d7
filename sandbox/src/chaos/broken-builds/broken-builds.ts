import { join } from 'node:path';
import type { DisturbanceName } from '../disturbances';

export interface BrokenBuild {
  name: string;
  /** Takes the safeguard away; from the repository's root. */
  patch: string;
  /** What the run has to do for the fault to show. */
  focus: { crashPoints: readonly string[]; disturbances: readonly DisturbanceName[] };
}

const build = (name: string, focus: BrokenBuild['focus']): BrokenBuild => ({
  name,
  patch: join(__dirname, `${name}.patch`),
  focus,
});

/** Workers without one safeguard each: a run that finds nothing wrong with them would prove nothing about ours. */
export const brokenBuilds: readonly BrokenBuild[] = [
  build('sequence-before-commit', { crashPoints: ['before storing events with their sequence'], disturbances: [] }),
  build('no-nonce', { crashPoints: [], disturbances: [] }),
  build('no-index-check', { crashPoints: [], disturbances: [] }),
  build('no-lease-epoch', { crashPoints: [], disturbances: ['suspend'] }),
];
