import type {
  ArticleFeedback,
  ArticleView,
  DeleteArticleRequest,
  ExportArticlesRequest,
  FindArticleFeedbackRequest,
  FindArticlesRequest,
  ImportArticlesRequest,
  ImportArticlesResponse,
  NamedServer,
  SaveArticleRequest,
} from '@discord-channel/contracts';
import type {
  ArticleClient,
  ArticleListResult,
  ArticleResult,
  ExportResult,
  FeedbackResult,
  ImportResult,
} from '../../src/functions-api/article-client';
import type { PanelFailure } from '../../src/functions-api/panel-result';

export const sampleArticle = (changes: Partial<ArticleView> = {}): ArticleView => ({
  key: '7b0e6f0a-6a44-4d7e-8f0e-0b9a6f1c2d3e',
  applicationId: '100000000000000001',
  guildId: null,
  id: 'reset-password',
  title: 'Reset Password',
  label: 'Account',
  language: 'en',
  state: 'published',
  version: 1,
  updatedBy: 'noor@example.com',
  updatedAt: '2026-11-21T12:00:00.000Z',
  queries: ['i forgot my password'],
  url: 'https://support.example/reset',
  text: 'Open the page.',
  ...changes,
});

/** Articles kept as the Functions would; `refusals` come before any other answer to a change. */
export class ArticleServer implements ArticleClient {
  readonly searches: FindArticlesRequest[] = [];
  readonly saved: SaveArticleRequest[] = [];
  readonly pieces: ImportArticlesRequest[] = [];
  readonly refusals: PanelFailure[] = [];
  imported: ImportArticlesResponse = { outcome: 'imported', added: 1, changed: 2, unchanged: 3 };
  servers: NamedServer[] = [
    { applicationId: '100000000000000001', guildId: '200000000000000001', name: 'Wumpus Quest' },
  ];
  /** What agents said of every article, the newest first. */
  said: ArticleFeedback[] = [];
  feedbackRefusals: PanelFailure[] = [];
  constructor(public articles: ArticleView[] = [sampleArticle()]) {}

  findArticles = async (request: FindArticlesRequest): Promise<ArticleListResult> => {
    this.searches.push(request);
    const labels = [...new Set(this.articles.map(({ label }) => label))];
    const words = request.search.toLowerCase();
    const articles = this.articles.filter(
      ({ title, label }) => title.toLowerCase().includes(words) && (request.label ?? label) === label,
    );
    const from = Number(request.after ?? 0);
    const next = articles.length > from + 2 ? String(from + 2) : null;
    const page = articles.slice(from, from + 2).map((article) => ({ ...article, notHelpful: this.said.length }));
    return { kind: 'list', list: { articles: page, next, labels, servers: this.servers } };
  };

  /** Two at a time. */
  findArticleFeedback = async ({ after }: FindArticleFeedbackRequest): Promise<FeedbackResult> => {
    const refusal = this.feedbackRefusals.shift();
    if (refusal) return refusal;
    const from = Number(after ?? 0);
    const next = this.said.length > from + 2 ? String(from + 2) : null;
    return { kind: 'feedback', page: { feedback: this.said.slice(from, from + 2), next } };
  };

  getArticle = async (key: string): Promise<ArticleResult> => ({
    kind: 'article',
    article: this.articles.find((article) => article.key === key) ?? null,
  });

  saveArticle = async (request: SaveArticleRequest): Promise<ArticleResult> => {
    this.saved.push(request);
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    const known = this.articles.find(({ key }) => key === request.key);
    if ((known?.version ?? null) !== request.version) {
      return {
        kind: 'refused',
        code: 'stale-version',
        message: 'noor@example.com changed this article in the meantime.',
      };
    }
    const { url, ...words } = request.article;
    const article = sampleArticle({
      ...request.server,
      ...words,
      key: request.key,
      url: url || null,
      version: (known?.version ?? 0) + 1,
    });
    this.articles = [...this.articles.filter(({ key }) => key !== request.key), article];
    return { kind: 'article', article };
  };

  deleteArticle = async ({ key }: DeleteArticleRequest): Promise<ArticleResult> => {
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    this.articles = this.articles.filter((article) => article.key !== key);
    return { kind: 'article', article: null };
  };

  importArticles = async (request: ImportArticlesRequest): Promise<ImportResult> => {
    this.pieces.push(request);
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    const last = request.part === request.parts - 1;
    return { kind: 'imported', answer: last ? this.imported : { outcome: 'waiting' } };
  };

  /** One article on each page. */
  exportArticles = async ({ after }: ExportArticlesRequest): Promise<ExportResult> => {
    const place = Number(after ?? 0);
    const next = place + 1 < this.articles.length ? String(place + 1) : null;
    return { kind: 'exported', page: { articles: this.articles.slice(place, place + 1), next } };
  };
}
