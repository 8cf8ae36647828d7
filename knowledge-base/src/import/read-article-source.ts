import { readFile, stat } from 'node:fs/promises';
import type { ArticleDraft } from '../article';
import type { ArticleProblem } from '../parse-article';
import { type ReadArticleFolderResult, readArticleFolder } from '../read-article-folder';
import { readCsv } from './read-csv';
import { readJson } from './read-json';
import { toArticle } from './to-article';

/** What became of reading articles: all of them, or every problem with its file and line. */
export type ReadArticlesResult = ReadArticleFolderResult;

/**
 * Reads articles from a folder of Markdown files, a table (`.csv`) or a list (`.json`), whichever the path names.
 * @throws what the file system threw, if the path cannot be read.
 */
export async function readArticleSource(path: string): Promise<ReadArticlesResult> {
  if ((await stat(path)).isDirectory()) return readArticleFolder(path);
  const format = /\.(csv|json)$/i.exec(path)?.[1]?.toLowerCase();
  if (format === undefined) return rejected(path, 0, 'is neither a folder nor a .csv or .json file');
  return readArticleRows(path, format === 'csv' ? 'csv' : 'json', await readFile(path, 'utf8'));
}

/**
 * Reads the articles of an import. One bad row rejects all, so that nothing is half-imported.
 * @param name of the file, for the problems.
 */
export function readArticleRows(name: string, format: 'csv' | 'json', content: string): ReadArticlesResult {
  const read = format === 'csv' ? readCsv(content) : readJson(content);
  if (read.kind === 'rejected') return rejected(name, read.line, read.reason);
  const problems: ArticleProblem[] = [];
  const articles: ArticleDraft[] = [];
  const lineOfId = new Map<string, number>();
  for (const row of read.rows) {
    const result = toArticle(row);
    if (result.kind === 'rejected') {
      problems.push(...result.reasons.map((reason) => ({ file: name, line: row.line, reason })));
      continue;
    }
    const { id } = result.article;
    const before = lineOfId.get(id);
    if (before !== undefined)
      problems.push({ file: name, line: row.line, reason: `the id ${id} is in line ${before} too` });
    lineOfId.set(id, row.line);
    articles.push(result.article);
  }
  if (problems.length === 0 && articles.length === 0) return rejected(name, 1, 'there is no article in it');
  return problems.length > 0 ? { kind: 'rejected', problems } : { kind: 'read', articles };
}

function rejected(file: string, line: number, reason: string): ReadArticlesResult {
  return { kind: 'rejected', problems: [{ file, line, reason }] };
}
