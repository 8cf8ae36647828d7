export interface SlashWord {
  /** Where the slash stands, in UTF-16 units. */
  start: number;
  /** Behind the last letter that was typed. */
  end: number;
  /** What follows the slash. */
  query: string;
}

/** The word with a slash that is being typed: from the slash, which begins a word, to the cursor. */
export function findSlashWord(text: string, cursor: number): SlashWord | undefined {
  const [, before = '', query = ''] = /(^|[\s\S]*\s)\/([^\s/]*)$/.exec(text.slice(0, cursor)) ?? [];
  const start = before.length;
  if (text.charAt(start) !== '/' || start + 1 + query.length !== cursor) return undefined;
  return { start, end: cursor, query };
}
