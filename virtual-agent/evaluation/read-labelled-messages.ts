import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A message of a player, and whether it asks for a person. */
export interface LabelledMessage {
  /** The file it stands in: en, zh-CN, ... */
  language: string;
  text: string;
  asks: boolean;
  /** `held-out`: set aside while the detector is built. */
  part: 'tuning' | 'held-out';
}

const line = z.strictObject({ text: z.string().min(1), asks: z.boolean() });

/**
 * Reads the list. Which part a message belongs to is decided by its own text, so it stays there whatever is added.
 * @throws Error naming the file and the line that cannot be read, or a message that stands there twice.
 */
export function readLabelledMessages(folder = join(__dirname, 'agent-requests')): LabelledMessage[] {
  const seen = new Map<string, string>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
      return lines.map((text, index): LabelledMessage => {
        const place = `${name}:${index + 1}`;
        const message = readLine(text, place);
        const before = seen.get(message.text);
        if (before) throw new Error(`${place} says the same as ${before}.`);
        seen.set(message.text, place);
        return { language: name.replace('.jsonl', ''), ...message, part: partOf(message.text) };
      });
    });
}

function readLine(text: string, place: string): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${place} is not {"text": ..., "asks": true or false}.`, { cause: error });
  }
}

function partOf(text: string): LabelledMessage['part'] {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 1 ? 'held-out' : 'tuning';
}
