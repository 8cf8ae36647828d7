import type { WhyLeftOut } from '../inbound/bring-file';

/** A file that was carried, or why not. */
export type FileEvent = { direction: 'inbound' | 'outbound' } & (
  | { outcome: 'carried'; bytes: number }
  | { outcome: WhyLeftOut }
);

/** Told once for each file; never throws. */
export type OnFile = (event: FileEvent) => void;
