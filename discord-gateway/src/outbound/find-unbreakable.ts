/** A stretch of text, from its first UTF-16 unit up to, and without, `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** A fenced block of code. */
export interface Fence extends Stretch {
  /** Opens the block again in another part, its language included: "```ts\n". */
  opening: string;
  /** Where the code may be cut: behind its first character and before its last. */
  code: Stretch;
}

const fencePattern = /```(?:([\w+\-.#]{1,60})?\n)?([\s\S]*?)```/g;

/** What falls to pieces when it is cut, outside of fences. Repetitions are bounded: the text may be hostile. */
const wholePattern = new RegExp(
  [
    '``[^\\n]{1,1000}?``|`[^`\\n]{1,1000}`',
    '\\[[^\\[\\]\\n]{1,500}\\]\\([^\\s()]{1,1000}(?:\\([^\\s()]{0,200}\\)[^\\s()]{0,500})?\\)',
    '<(?:@[!&]?|#)\\d{1,20}>|<a?:\\w{1,32}:\\d{1,20}>|<t:-?\\d{1,20}(?::[a-zA-Z])?>|</[^<>\\n]{1,100}:\\d{1,20}>',
    '<?https?://[^\\s<>]+>?',
  ].join('|'),
  'g',
);

/** The closed blocks of code; one that is never closed is plain text in Discord. */
export function findFences(text: string): Fence[] {
  return [...text.matchAll(fencePattern)].map((match) => {
    const [whole, language = '', code = ''] = match;
    const from = match.index;
    const to = from + whole.length;
    const codeFrom = to - 3 - code.length;
    return {
      from,
      to,
      opening: `\`\`\`${language}\n`,
      code: { from: codeFrom + (code.length - code.trimStart().length), to: codeFrom + code.trimEnd().length },
    };
  });
}

/**
 * The stretches inside of which no part may end, in order: links, mentions, custom emoji, inline code, and blocks of
 * code, as far as they fit into one part at all. Of a block that does not, only its beginning and its end.
 */
export function findUnbreakable(text: string, fences: readonly Fence[], limit: number): Stretch[] {
  const ofFences = fences.flatMap(({ from, to, code }) =>
    to - from <= limit
      ? [{ from, to }]
      : [
          { from, to: code.from + 1 },
          { from: code.to - 1, to },
        ],
  );
  const others = [...text.matchAll(wholePattern)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter((one) => one.to - one.from <= limit)
    .filter((one) => !fences.some((fence) => one.from < fence.to && fence.from < one.to));
  return [...ofFences, ...others].sort((one, other) => one.from - other.from);
}
