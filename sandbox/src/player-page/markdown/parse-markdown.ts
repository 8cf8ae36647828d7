type StyleKind = 'bold' | 'italic' | 'underline' | 'strike';

/** https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
export type TimeStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R';

/** A piece of a message. The tree holds text only: whoever draws it decides what becomes a link. */
export type MarkdownNode =
  | { kind: 'text'; text: string }
  | { kind: StyleKind; children: MarkdownNode[] }
  | { kind: 'code' | 'code-block'; text: string }
  | { kind: 'link'; url: string; children: MarkdownNode[] }
  | { kind: 'user' | 'channel'; id: string }
  | { kind: 'time'; at: Date; style: TimeStyle };

interface Rule {
  pattern: RegExp;
  /** True for what cannot begin in the middle of a word: the underscores of snake_case are only underscores. */
  startsWord?: boolean;
  node(match: RegExpExecArray): MarkdownNode;
}

/** Text between two delimiters, none of them inside; `notAfter` may not follow, or it is another delimiter. */
const styled = (kind: StyleKind, delimiter: string, notAfter: string): Rule => ({
  pattern: new RegExp(`^${delimiter}(?=\\S)((?:\\\\[\\s\\S]|(?!${delimiter})[^\\\\])+?)${delimiter}(?!${notAfter})`),
  node: ([, inner = '']) => ({ kind, children: parseMarkdown(inner) }),
});

/** In the order in which they are tried at each place. */
const rules: readonly Rule[] = [
  // What escapeMarkdown of discord.js writes: the backslash goes, the character is only a character.
  { pattern: /^\\([^\p{L}\p{N}\s])/u, node: ([, character = '']) => ({ kind: 'text', text: character }) },
  {
    pattern: /^```(?:[a-z0-9+-]*\n)?([\s\S]+?)```/i,
    node: ([, code = '']) => ({ kind: 'code-block', text: code.replace(/\n$/, '') }),
  },
  { pattern: /^`([^`]+)`/, node: ([, code = '']) => ({ kind: 'code', text: code }) },
  { pattern: /^<@!?(\d{15,20})>/, node: ([, id = '']) => ({ kind: 'user', id }) },
  {
    pattern: /^<t:(\d{1,12})(?::([tTdDfFR]))?>/,
    node: ([, seconds, style = 'f']) => ({
      kind: 'time',
      at: new Date(Number(seconds) * 1_000),
      style: style as TimeStyle,
    }),
  },
  { pattern: /^<#(\d{15,20})>/, node: ([, id = '']) => ({ kind: 'channel', id }) },
  {
    pattern: /^\[((?:\\.|[^\]\\])+)\]\((https?:\/\/[^\s)]+)\)/,
    node: ([, label = '', url = '']) => ({ kind: 'link', url, children: parseMarkdown(label) }),
  },
  { pattern: /^<(https?:\/\/[^\s>]+)>/, node: ([, url = '']) => plainLink(url) },
  { pattern: /^https?:\/\/[^\s<]*[^\s<.,:;"'\])*_~!?]/, node: ([url]) => plainLink(url) },
  styled('bold', '\\*\\*', '\\*'),
  styled('underline', '__', '_'),
  styled('strike', '~~', '~'),
  styled('italic', '\\*', '\\*'),
  { ...styled('italic', '_', '\\w'), startsWord: true },
];

/** Where a rule could apply; everything before it is plain. */
const special = /[\\`<[*_~]|https?:\/\//;

/** The basics of Discord's Markdown. What does not fit stays text. */
export function parseMarkdown(source: string): MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  let rest = source;
  let previous = '';
  const addText = (text: string) => {
    const last = nodes.at(-1);
    if (last?.kind === 'text') last.text += text;
    else if (text) nodes.push({ kind: 'text', text });
  };
  while (rest) {
    const at = rest.search(special);
    if (at !== 0) {
      const plain = at < 0 ? rest : rest.slice(0, at);
      addText(plain);
      previous = plain;
      rest = rest.slice(plain.length);
      continue;
    }
    const found = firstMatch(rest, /\w$/.test(previous));
    if (!found) {
      addText(rest.slice(0, 1));
      previous = rest.slice(0, 1);
      rest = rest.slice(1);
      continue;
    }
    if (found.node.kind === 'text') addText(found.node.text);
    else nodes.push(found.node);
    previous = rest.slice(0, found.length);
    rest = rest.slice(found.length);
  }
  return nodes;
}

function firstMatch(rest: string, insideWord: boolean): { node: MarkdownNode; length: number } | undefined {
  for (const { pattern, node, startsWord } of rules) {
    if (startsWord && insideWord) continue;
    const match = pattern.exec(rest);
    if (match) return { node: node(match), length: match[0].length };
  }
  return undefined;
}

function plainLink(url: string): MarkdownNode {
  return { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}
