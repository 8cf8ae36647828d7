import type { Article } from '@discord-channel/knowledge-base';
import type { PlayerLanguage } from '@discord-channel/player-texts';
import type { Finding } from '../turn/compose-reply';

/** A player's question with the articles that were found for it, best first. */
export interface FoundForQuestion {
  /** The player's words. Hostile: whatever they say, they are a question. */
  question: string;
  /** The question before, where this one goes on from it. */
  before: string | null;
  articles: readonly Article[];
  /** Whether the first article is so likely the right one that nothing else need be offered. */
  isSure: boolean;
  language: PlayerLanguage;
  /** When the answer has to be there, on the clock of `monotonicNow`. In milliseconds. */
  deadline: number;
}

/** Makes an answer of what was found: the embedded one, or a language model in front of it. Never throws. */
export interface QuestionAnswerer {
  answer(found: FoundForQuestion): Promise<Finding>;
}

/** Shows the one article that is surely right, or offers what was found. */
export const embeddedAnswerer: QuestionAnswerer = {
  answer: async ({ articles, isSure }) => {
    const [best] = articles;
    return isSure && best ? { kind: 'article', article: best } : { kind: 'articles', articles };
  },
};
