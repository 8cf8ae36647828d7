import type { ArticleView } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { type ArticleRow, toView, viewColumns } from './article-row';

export type ReadArticleResult = { kind: 'found'; article: ArticleView } | { kind: 'gone' };

/** An article to be edited, published or not. */
export async function readArticle(database: Queryable, key: string): Promise<ReadArticleResult> {
  const { rows } = await database.query<ArticleRow>(
    `select ${viewColumns} from knowledge_base.articles where key = $1 and state <> 'deleted'`,
    [key],
  );
  return rows[0] ? { kind: 'found', article: toView(rows[0]) } : { kind: 'gone' };
}
