import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleDraft } from './article';
import { type ArticleProblem, parseArticle } from './parse-article';

export type ReadArticleFolderResult =
  | { kind: 'read'; articles: ArticleDraft[] }
  /** At least one file is wrong: nothing may be published. */
  | { kind: 'rejected'; problems: ArticleProblem[] };

/** Reads every `.md` file of a folder (not of folders in it), in the order of their names. */
export async function readArticleFolder(folder: string): Promise<ReadArticleFolderResult> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const results = await Promise.all(
    files.map(async (name) => {
      const path = join(folder, name);
      return parseArticle(path, await readFile(path, 'utf8'));
    }),
  );
  const problems = results.flatMap((result) => (result.kind === 'rejected' ? result.problems : []));
  if (files.length === 0) problems.push({ file: folder, line: 0, reason: 'there is no .md file in this folder' });
  if (problems.length > 0) return { kind: 'rejected', problems };
  return { kind: 'read', articles: results.flatMap((result) => (result.kind === 'parsed' ? [result.article] : [])) };
}
