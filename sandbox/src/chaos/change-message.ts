import { setTimeout as wait } from 'node:timers/promises';
import type { Said, SaidMessage } from './said';
import type { SeededRandom } from './seeded-random';

export interface ChangeOptions {
  said: Said;
  message: SaidMessage;
  random: SeededRandom;
  /** Resolves when it may be changed now. */
  mayChange: () => Promise<void>;
  /**
   * Whether the other side has seen a text. Where it is given only what arrived is deleted, as players do: one that is
   * gone before it was carried would be seen by nobody, which tells nothing.
   */
  isSeen?: (text: string) => boolean;
}

const changedWithinMs = 1_500;
const seenWithinMs = 30_000;
/** So many of those of whom that can be told change nothing before the other side has it. */
const seenFirstShare = 0.3;

/** Whoever wrote a message edits it once or twice, or deletes it, soon after: most before the other side may have it. */
export async function changeMessage(options: ChangeOptions): Promise<void> {
  const { said, message, random, mayChange, isSeen } = options;
  let { text } = message;
  const edits = random.below(3);
  // A relay that is behind carries what was edited soon after as it stands by then, and never has to change it.
  if (isSeen && random.chance(seenFirstShare) && !(await becomesSeen(isSeen, text))) return;
  for (let edit = 1; edit <= edits; edit += 1) {
    await wait(random.below(changedWithinMs));
    await mayChange();
    const next = `${message.text}, edited ${edit}`;
    said.change(text, next);
    text = next;
    await message.edit(text);
  }
  if (edits > 0 && random.chance(0.5)) return;
  await wait(random.below(changedWithinMs));
  if (isSeen && !(await becomesSeen(isSeen, text))) return;
  await mayChange();
  said.change(text, undefined);
  await message.remove();
}

async function becomesSeen(isSeen: (text: string) => boolean, text: string): Promise<boolean> {
  const deadline = performance.now() + seenWithinMs;
  while (!isSeen(text)) {
    if (performance.now() > deadline) return false;
    await wait(200);
  }
  return true;
}
