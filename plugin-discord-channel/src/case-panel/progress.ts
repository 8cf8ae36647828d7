/** How the last change is going, told next to the control that made it. */
export type Progress =
  | { kind: 'idle' }
  | { kind: 'saving'; message: string }
  | { kind: 'saved'; message: string }
  /** Something happened meanwhile that the agent should know. */
  | { kind: 'told'; message: string }
  | { kind: 'failed'; message: string };

export const idle: Progress = { kind: 'idle' };
