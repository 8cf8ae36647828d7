import type { ArticleSummary, ArticleView } from '@discord-channel/contracts';

/** An article's row as the administration reads it. */
export interface ArticleRow {
  key: string;
  application_id: string;
  guild_id: string | null;
  id: string;
  title: string;
  category: string;
  queries: string[];
  url: string | null;
  text: string;
  language: string;
  state: 'published' | 'draft';
  version: number;
  updated_by: string;
  updated_at: Date;
}

type SummaryRow = Omit<ArticleRow, 'queries' | 'url' | 'text'>;

/** The columns of a summary, of the table called `articles`. */
export const summaryColumns = `articles.key, articles.application_id, articles.guild_id, articles.id, articles.title,
  articles.category, articles.language, articles.state, articles.version, articles.updated_by, articles.updated_at`;

/** All columns, of the table called `articles`. */
export const viewColumns = `${summaryColumns}, articles.queries, articles.url, articles.text`;

export const toSummary = (row: SummaryRow): ArticleSummary => ({
  key: row.key,
  applicationId: row.application_id,
  guildId: row.guild_id,
  id: row.id,
  title: row.title,
  label: row.category,
  language: row.language,
  state: row.state,
  version: row.version,
  updatedBy: row.updated_by,
  updatedAt: row.updated_at.toISOString(),
});

export const toView = (row: ArticleRow): ArticleView => ({
  ...toSummary(row),
  queries: row.queries,
  url: row.url,
  text: row.text,
});
