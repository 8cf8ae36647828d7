import { join } from 'node:path';
import type { DisturbanceName } from '../disturbances';

export interface BrokenBuild {
  name: string;
  /** Takes the safeguard away; from the repository's root. */
  patch: string;
  /** What the fault leads to. */
  shows: 'lost' | 'duplicated' | 'reordered';
  /** What the run has to do for the fault to show. */
  focus: { crashPoints: readonly string[]; disturbances: readonly DisturbanceName[] };
}

const build = (name: string, shows: BrokenBuild['shows'], focus: BrokenBuild['focus']): BrokenBuild => ({
  name,
  shows,
  patch: join(__dirname, `${name}.patch`),
  focus,
});

/** Workers without one safeguard each: a run that finds nothing wrong with them would prove nothing about ours. */
export const brokenBuilds: readonly BrokenBuild[] = [
  build('sequence-before-commit', 'lost', {
    crashPoints: ['before storing events with their sequence'],
    disturbances: [],
  }),
  build('no-nonce', 'duplicated', { crashPoints: [], disturbances: [] }),
  build('no-index-check', 'reordered', { crashPoints: [], disturbances: [] }),
  build('no-lease-epoch', 'duplicated', { crashPoints: [], disturbances: ['suspend'] }),
];
