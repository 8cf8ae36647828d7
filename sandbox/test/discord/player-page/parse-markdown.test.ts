import { type MarkdownNode, parseMarkdown } from '../../../src/player-page/markdown/parse-markdown';

/** The tree in one line: `bold(text)`. */
const show = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if ('children' in node) return `${node.kind}${'url' in node ? `:${node.url}` : ''}(${show(node.children)})`;
      if (node.kind === 'time') return `time(${node.at.toISOString()} ${node.style})`;
      return `${node.kind}(${'text' in node ? node.text : node.id})`;
    })
    .join('');

describe('Markdown of messages', () => {
  it.each([
    ['plain text', 'plain text'],
    ['**bold** and *italic* and _italic_', 'bold(bold) and italic(italic) and italic(italic)'],
    ['__under__ ~~strike~~', 'underline(under) strike(strike)'],
    ['**a *b* c**', 'bold(a italic(b) c)'],
    ['`**not bold**`', 'code(**not bold**)'],
    ['```ts\nlet a = 1;\n```', 'code-block(let a = 1;)'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['\\*not italic\\* \\`not code\\`', '*not italic* `not code`'],
    ['see https://example.com/a_b.', 'see link:https://example.com/a_b(https://example.com/a_b).'],
    ['[docs](https://example.com/)', 'link:https://example.com/(docs)'],
    ['<@300000000000000001> in <#210000000000000004>', 'user(300000000000000001) in channel(210000000000000004)'],
    ['<t:1795293130:d> or <t:1795293130>', 'time(2026-11-21T20:32:10.000Z d) or time(2026-11-21T20:32:10.000Z f)'],
    ['<t:soon> <t:1:x> <t:9999999999999999>', '<t:soon> <t:1:x> <t:9999999999999999>'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['**open', '**open'],
    ['line\nbreak', 'line\nbreak'],
  ])('%s', (source, expected) => {
    expect(show(parseMarkdown(source))).toBe(expected);
  });
});
