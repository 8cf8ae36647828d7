import type { RateArticleRequest, SendableArticle, SuggestArticlesRequest } from '@discord-channel/contracts';
import type { KnowledgeClient } from '../../src/functions-api/knowledge-client';
import type { RatingResult } from '../../src/functions-api/read-rating';
import type { SuggestionsResult } from '../../src/functions-api/read-suggestions';

export const sampleArticle = (changes: Partial<SendableArticle> = {}): SendableArticle => ({
  id: 'reset-password',
  title: { text: 'Reset Password', marks: [[6, 14]] },
  category: 'Account',
  url: 'https://help.example/reset-password',
  passage: { text: 'Choose Forgot password? and type your address.', marks: [[14, 22]] },
  excerpt: 'Choose Forgot password?',
  notHelpful: false,
  card: {
    body: 'Article suggéré : Reset Password\nReset Password\nhttps://help.example/reset-password',
    presentation: {
      text: 'Article suggéré : Reset Password',
      article: {
        title: 'Reset Password',
        url: 'https://help.example/reset-password',
        category: 'Account',
        excerpt: 'Choose Forgot password?',
      },
    },
  },
  ...changes,
});

/** The knowledge base as the Functions would answer it. Answers wait while `hold` is on; `next` replaces the next ones. */
export class KnowledgeServer implements KnowledgeClient {
  articles: SendableArticle[] = [sampleArticle()];
  noQuestions: string[] = [];
  readonly asked: SuggestArticlesRequest[] = [];
  readonly rated: RateArticleRequest[] = [];
  readonly ratingFailures: RatingResult[] = [];
  private readonly replacements: SuggestionsResult[] = [];
  private readonly held: Array<() => void> = [];
  private holding = false;

  next(...outcomes: SuggestionsResult[]): void {
    this.replacements.push(...outcomes);
  }

  hold(): void {
    this.holding = true;
  }

  /** Lets the oldest waiting answer go. */
  release(): void {
    this.held.shift()?.();
  }

  suggestArticles = async (request: SuggestArticlesRequest, signal?: AbortSignal): Promise<SuggestionsResult> => {
    this.asked.push(request);
    const answer = this.replacements.shift() ?? {
      kind: 'articles',
      isQuestion: !this.noQuestions.includes(request.text),
      articles: this.noQuestions.includes(request.text) ? [] : this.articles,
    };
    if (this.holding) await new Promise<void>((resolve) => this.held.push(resolve));
    return signal?.aborted ? { kind: 'cancelled' } : answer;
  };

  rateArticle = async (request: RateArticleRequest): Promise<RatingResult> => {
    this.rated.push(request);
    const { articleId, notHelpful } = request;
    return this.ratingFailures.shift() ?? { kind: 'rated', articleId, notHelpful };
  };
}
