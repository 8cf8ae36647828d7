import type { ArticleView } from '@discord-channel/contracts';

const columns = ['id', 'title', 'category', 'queries', 'url', 'text', 'language', 'state'] as const;
type Row = Record<(typeof columns)[number], string | readonly string[] | null>;

/** Articles as a file that imports again to the same: a table (RFC 4180, with a mark that spreadsheets read UTF-8 by) or a list. */
export function writeArticleFile(articles: readonly ArticleView[], format: 'csv' | 'json'): string {
  const rows = articles.map(
    ({ id, title, label, queries, url, text, language, state }): Row => ({
      id,
      title,
      category: label,
      queries,
      url,
      text,
      language,
      state,
    }),
  );
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const lines = rows.map((row) => columns.map((column) => toCell(row[column])).join(','));
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function toCell(value: string | readonly string[] | null): string {
  // A line break behind a single question keeps a vertical bar in it from dividing it.
  const cell = Array.isArray(value) ? value.map((one) => `${one}\n`).join('') : String(value ?? '');
  return /[",;\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replace(/"/g, '""')}"` : cell;
}
