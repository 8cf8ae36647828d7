import type { ArticleView } from '@discord-channel/contracts';
import { writeCsv } from '../../views/write-csv';

const columns = ['id', 'title', 'category', 'queries', 'url', 'text', 'language', 'state'] as const;
type Row = Record<(typeof columns)[number], string | readonly string[] | null>;

/** Articles as a file that imports again to the same: a table or a list. */
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
  const cells = rows.map((row) => columns.map((column) => toCell(row[column])));
  return writeCsv([[...columns], ...cells], { formulas: 'keep' });
}

function toCell(value: string | readonly string[] | null): string {
  // A line break behind a single question keeps a vertical bar in it from dividing it.
  return Array.isArray(value) ? value.map((one) => `${one}\n`).join('') : String(value ?? '');
}
