import type { Logger } from '../ports';
import type { ChatModel } from './chat-model';
import { composePrompt } from './compose-prompt';
import { embeddedAnswerer, type QuestionAnswerer } from './question-answerer';
import { readModelAnswer } from './read-model-answer';

export interface ModelAnswererDependencies {
  model: ChatModel;
  logger: Logger;
  /** Milliseconds that only grow. */
  monotonicNow: () => number;
  /** The longest that an answer is waited for. In milliseconds. */
  timeoutMs: number;
}

/** With less time than this nothing is asked. In milliseconds. */
const shortestWait = 500;

/**
 * Answers in whole sentences out of the articles that were found, by a language model. Whatever goes wrong, and for
 * articles in another language than the player's, whose words cannot be compared, the embedded answer stands.
 */
export function createModelAnswerer(dependencies: ModelAnswererDependencies): QuestionAnswerer {
  const { model, logger, monotonicNow, timeoutMs } = dependencies;
  return {
    async answer(found) {
      const articles = found.articles.filter(({ language }) => isSame(language, found.language));
      const wait = Math.min(timeoutMs, found.deadline - monotonicNow());
      if (articles.length === 0 || wait < shortestWait) return embeddedAnswerer.answer(found);
      try {
        const content = await model.complete(composePrompt({ ...found, articles }), wait);
        const read = readModelAnswer(content, articles);
        if (read.kind === 'grounded') return { kind: 'composed', text: read.text, cited: read.cited };
        if (read.kind === 'nothing') return { kind: 'articles', articles: [] };
        logger.warn({ why: read.why }, 'the language model answered something that cannot be shown');
      } catch (error) {
        logger.warn({ err: error }, 'the language model gave no answer');
      }
      return embeddedAnswerer.answer(found);
    },
  };
}

function isSame(articleLanguage: string, language: string): boolean {
  return articleLanguage.split('-')[0] === language.split('-')[0];
}
