import { inTransaction, type Pool, type Queryable } from '@discord-channel/database';
import { beginPublication } from './administration/begin-publication';
import { endPublication } from './administration/end-publication';
import type { ArticleDraft } from './article';
import { type WriteArticles, writeArticles } from './write-articles';

export interface PublishArticles extends WriteArticles {
  /** Also replaces what was changed in Flex since the files were published last. */
  overwrite?: boolean;
}

export type PublishArticlesResult =
  | {
      kind: 'published';
      /** New or different. */
      changed: number;
      unchanged: number;
      /** Changed or deleted in Flex while their files stayed the same: they are as they are in Flex. */
      kept: number;
    }
  /** These were changed in the files and in Flex since they were published last; nothing was done. */
  | { kind: 'conflicts'; ids: string[] };

/** How a file stands to the article that is there. */
interface Comparison {
  id: string;
  /** The file has what it had when it was published last. */
  file_same: boolean;
  /** The article is what the files made of it. */
  flex_same: boolean;
  /** Both say the same by now. */
  equal: boolean;
}

/**
 * Adds or replaces articles of files by id, all or none. What is already there word for word stays untouched, so
 * publishing the same folder again does nothing. Articles that are not named stay. What was changed in Flex since, and
 * not in its file, stays as Flex has it; changed in both it is a conflict. The worker then builds the search index anew.
 */
export function publishArticles(pool: Pool, request: PublishArticles): Promise<PublishArticlesResult> {
  const { applicationId, articles, overwrite = false } = request;
  return inTransaction(pool, async (transaction): Promise<PublishArticlesResult> => {
    // Two publications one after the other: the second sees what the first wrote.
    await beginPublication(transaction, applicationId);
    const compared = await compare(transaction, request);
    const differing = overwrite ? [] : compared.filter(({ equal, flex_same }) => !equal && !flex_same);
    const conflicts = differing.filter(({ file_same }) => !file_same);
    if (conflicts.length > 0) return { kind: 'conflicts', ids: conflicts.map(({ id }) => id).sort() };
    const kept = new Set(differing.map(({ id }) => id));
    const written = articles.filter(({ id }) => !kept.has(id));
    const { added, changed } = await writeArticles(transaction, { ...request, articles: written });
    await rememberFiles(transaction, request, written);
    if (added + changed > 0) await endPublication(transaction, applicationId);
    return {
      kind: 'published',
      changed: added + changed,
      unchanged: written.length - added - changed,
      kept: kept.size,
    };
  });
}

/** The digest of an article in the files, in SQL. */
const incomingDigest =
  'knowledge_base.article_digest(a.title, a.category, a.queries, a.url, a.text, a.language, a.state)';
const incoming = `json_to_recordset($3::json) as a
  (id text, title text, category text, queries text[], url text, text text, language text, state text)`;

async function compare(
  transaction: Queryable,
  { applicationId, guildId, articles }: PublishArticles,
): Promise<Comparison[]> {
  const { rows } = await transaction.query<Comparison>(
    `select id, file = published_digest is true as file_same, present = published_digest is true as flex_same,
            file = present as equal
       from (select present.id, present.published_digest, ${incomingDigest} as file,
                    knowledge_base.article_digest(present.title, present.category, present.queries, present.url,
                      present.text, present.language, present.state) as present
               from ${incoming}
               join knowledge_base.articles present
                 on present.application_id = $1 and present.guild_id is not distinct from $2 and present.id = a.id) both_of`,
    [applicationId, guildId, JSON.stringify(articles)],
  );
  return rows;
}

async function rememberFiles(
  transaction: Queryable,
  { applicationId, guildId }: PublishArticles,
  articles: readonly ArticleDraft[],
): Promise<void> {
  await transaction.query(
    `update knowledge_base.articles present set published_digest = ${incomingDigest}
       from ${incoming}
      where present.application_id = $1 and present.guild_id is not distinct from $2 and present.id = a.id
        and present.published_digest is distinct from ${incomingDigest}`,
    [applicationId, guildId, JSON.stringify(articles)],
  );
}
