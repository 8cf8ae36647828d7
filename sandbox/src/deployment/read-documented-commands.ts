import { readFileSync } from 'node:fs';

export interface DocumentedCommands {
  /**
   * The one command of the guide that starts with these words, its comment cut off and its lines joined.
   * @throws Error when the guide has none or several: it and the check have drifted apart.
   */
  find(start: string): string;
}

/** Reads the commands in a guide's `sh` blocks, so that what is tried is what is written. */
export function readDocumentedCommands(file: string): DocumentedCommands {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text);
  const commands = blocks.flatMap((text) =>
    text
      .replace(/\\\n\s*/g, '')
      .split('\n')
      .map((line) => line.replace(/\s+#\s.*$/, '').trim()),
  );
  return {
    find(start) {
      const found = commands.filter((command) => command.startsWith(start));
      if (found.length === 0) throw new Error(`${file} has no command that starts with "${start}"`);
      if (new Set(found).size > 1) throw new Error(`${file} has several commands that start with "${start}"`);
      return found[0] ?? '';
    },
  };
}
