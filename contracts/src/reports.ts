import { z } from 'zod';

/** Where the game runs for a player who reports a bug. */
export const gamePlatform = z.enum(['pc', 'playstation', 'xbox', 'switch', 'ios', 'android', 'other']);
export type GamePlatform = z.infer<typeof gamePlatform>;

/** Lengths in UTF-16 units, as Discord counts them. At most 4,000: more no text input of Discord takes. */
export const reportLimits = { title: 100, description: 2_000, steps: 2_000 } as const;

/** What a player filled in about a bug, beside the title. */
export const bugReport = z.object({
  /** What happened. */
  description: z.string(),
  /** How to make it happen again. */
  steps: z.string().nullable(),
  platform: gamePlatform.nullable(),
});
export type BugReport = z.infer<typeof bugReport>;
