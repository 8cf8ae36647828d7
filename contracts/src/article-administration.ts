import { z } from 'zod';
import { line, optional, paragraph } from './edit-case';
import { snowflake } from './identifiers';

/** Limits told to people at the field. */
export const articleLimits = {
  title: 256,
  label: 256,
  query: 500,
  queries: 100,
  url: 500,
  text: 50_000,
  /** Characters of a file that is imported. */
  importFile: 5_000_000,
  /** Characters of one piece of it: written as a form, each may become nine bytes. */
  importPart: 60_000,
} as const;

export const articleState = z.enum(['published', 'draft']);
export type ArticleState = z.infer<typeof articleState>;

/** For whom something is: the players of one server, or of every server of the Discord application. */
export const knowledgeServer = z.object({ applicationId: snowflake, guildId: snowflake.nullable() });
export type KnowledgeServer = z.infer<typeof knowledgeServer>;

/** A server that articles can be for. */
export const namedServer = knowledgeServer.extend({ guildId: snowflake, name: z.string() });
export type NamedServer = z.infer<typeof namedServer>;

/** An article in the table. */
export const articleSummary = knowledgeServer.extend({
  key: z.uuid(),
  /** What buttons and files call it. */
  id: z.string(),
  title: z.string(),
  label: z.string(),
  language: z.string(),
  state: articleState,
  version: z.number().int().positive(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
});
export type ArticleSummary = z.infer<typeof articleSummary>;

/** An article in the table as those who administer it see it; agents are told no counts. */
export const listedArticle = articleSummary.extend({
  /** How often agents said of it that it does not help. */
  notHelpful: z.number().int().nonnegative().optional(),
});
export type ListedArticle = z.infer<typeof listedArticle>;

/** An article as it is edited. */
export const articleView = articleSummary.extend({
  queries: z.array(z.string()),
  url: z.string().nullable(),
  text: z.string(),
});
export type ArticleView = z.infer<typeof articleView>;

/** What the table is ordered by. Only who administers articles may order by `not-helpful`. */
export const articleSort = z.object({
  by: z.enum(['title', 'not-helpful']),
  direction: z.enum(['ascending', 'descending']),
});
export type ArticleSort = z.infer<typeof articleSort>;

export const findArticlesRequest = z.object({
  /** Words that all occur. Empty finds everything. */
  search: z.string().trim().max(200, 'Search for at most 200 characters.'),
  label: z.string().max(articleLimits.label).optional(),
  server: knowledgeServer.optional(),
  /** Left out: by title, ascending. */
  sort: articleSort.optional(),
  /** The `next` of the page before; left out for the first page. */
  after: z.string().max(1_000).optional(),
});
export type FindArticlesRequest = z.infer<typeof findArticlesRequest>;

export const findArticlesResponse = z.object({
  articles: z.array(listedArticle),
  next: z.string().nullable(),
  /** Every label that an article has, in order. */
  labels: z.array(z.string()),
  servers: z.array(namedServer),
});
export type FindArticlesResponse = z.infer<typeof findArticlesResponse>;

export const findArticleFeedbackRequest = z.object({
  /** Of the article. */
  key: z.uuid(),
  /** The `next` of the page before; left out for the first page. */
  after: z.string().max(1_000).optional(),
});
export type FindArticleFeedbackRequest = z.infer<typeof findArticleFeedbackRequest>;

/** Once that an agent said of an article that it does not help. */
export const articleFeedback = z.object({
  givenAt: z.iso.datetime(),
  /** What the customer had written, or what the agent had looked for. */
  query: z.string(),
  agentName: z.string(),
});
export type ArticleFeedback = z.infer<typeof articleFeedback>;

export const findArticleFeedbackResponse = z.object({
  /** The newest first. */
  feedback: z.array(articleFeedback),
  next: z.string().nullable(),
});
export type FindArticleFeedbackResponse = z.infer<typeof findArticleFeedbackResponse>;

export const getArticleRequest = z.object({ key: z.uuid() });
/** Null: it was deleted. */
export const articleResponse = z.object({ article: articleView.nullable() });
export type ArticleResponse = z.infer<typeof articleResponse>;

const { title, label, query, queries, url, text } = articleLimits;
const named = (name: string, longest: number) =>
  line.pipe(z.string().min(1, `Give it a ${name}.`).max(longest, `A ${name} holds at most ${longest} characters.`));

/** Such as `en` or `zh-CN`. */
export const languageCode = line.pipe(
  z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'Give a language by its code, such as en, fr or zh-CN.'),
);

/** What an author writes, without the spaces and lines that mean nothing. */
export const articleContent = z.object({
  title: named('title', title),
  label: named('label', label),
  queries: z
    .array(line.pipe(z.string().max(query, `An example query holds at most ${query} characters.`)))
    .transform((all) => [...new Set(all.filter((one) => one !== ''))])
    .pipe(z.array(z.string()).max(queries, `At most ${queries} example queries fit here.`)),
  url: optional(line, url, 'An address').refine(
    (address) => address === null || (/^https?:\/\/\S+$/.test(address) && URL.canParse(address)),
    'Give an http or https address, such as https://support.example.com/refunds, or none.',
  ),
  text: paragraph.pipe(
    z.string().min(1, 'Write what the article says.').max(text, `An article holds at most ${text} characters.`),
  ),
  language: languageCode,
  state: articleState,
});
export type ArticleContent = z.input<typeof articleContent>;

export const saveArticleRequest = z.object({
  /** Chosen by who writes it, so that a repeated request makes one. */
  key: z.uuid(),
  /** The version that is changed; null for a new article. */
  version: z.number().int().positive().nullable(),
  /** For whom a new article is; one that is there stays where it is. */
  server: knowledgeServer,
  article: articleContent,
});
export type SaveArticleRequest = z.input<typeof saveArticleRequest>;

export const deleteArticleRequest = z.object({ key: z.uuid(), version: z.number().int().positive() });
export type DeleteArticleRequest = z.infer<typeof deleteArticleRequest>;

export const importArticlesRequest = z.object({
  /** Of this import, the same in every piece. */
  importId: z.uuid(),
  part: z.number().int().min(0),
  parts: z
    .number()
    .int()
    .min(1)
    .max(Math.ceil(articleLimits.importFile / articleLimits.importPart)),
  /** Cut between characters, not within one. */
  content: z.string().max(articleLimits.importPart),
  format: z.enum(['csv', 'json']),
  server: knowledgeServer,
});
export type ImportArticlesRequest = z.infer<typeof importArticlesRequest>;

/** What came of a piece of an import. One bad row keeps all of it out. */
export const importArticlesResponse = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('waiting') }),
  z.object({
    outcome: z.literal('imported'),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
  }),
  z.object({
    outcome: z.literal('rejected'),
    problems: z.array(z.object({ line: z.number().int(), reason: z.string() })),
    /** How many more there are. */
    more: z.number().int(),
  }),
]);
export type ImportArticlesResponse = z.infer<typeof importArticlesResponse>;

export const exportArticlesRequest = z.object({ server: knowledgeServer, after: z.string().max(100).optional() });
export type ExportArticlesRequest = z.infer<typeof exportArticlesRequest>;
/** A page of everything that is exported, by id. */
export const exportArticlesResponse = z.object({ articles: z.array(articleView), next: z.string().nullable() });
export type ExportArticlesResponse = z.infer<typeof exportArticlesResponse>;
