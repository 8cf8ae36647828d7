import { type Article, decideAnswer, findArticle } from '@discord-channel/knowledge-base';
import { playerLanguage } from '@discord-channel/player-texts';
import { embeddedAnswerer } from '../language-model/question-answerer';
import type { VirtualAgentDependencies } from '../ports';
import type { Conversation } from '../store/conversation';
import type { RememberedTurn } from '../store/remembered-turn';
import type { Finding } from './compose-reply';
import { isFollowUp } from './is-follow-up';
import { articlesSinceQuestion, lastQuery, shownArticles } from './memory';
import type { Turn } from './read-turn';
import { refersBack } from './refers-back';

/** More than the buttons can show is of no use. */
const maxCandidates = 4;

export interface LookUp {
  conversation: Conversation;
  turn: Exclude<Turn, { kind: 'agent-request' }>;
  /** What was said before, oldest first. */
  memory: readonly RememberedTurn[];
  /** When the answer has to be there, on the clock of `monotonicNow`. In milliseconds. */
  deadline: number;
}

/** What a search found that the player has not seen. */
interface Found {
  articles: readonly Article[];
  isSure: boolean;
}

/** Finds out what a turn is to be answered with. `query` is what was searched for, where something was. */
export async function lookUp(
  dependencies: Pick<VirtualAgentDependencies, 'database' | 'articles' | 'answerer' | 'answerPolicy'>,
  { conversation: { origin }, turn, memory, deadline }: LookUp,
): Promise<{ finding: Finding; query: string | null }> {
  const { database, articles, answerPolicy, answerer = embeddedAnswerer } = dependencies;
  const scope = { applicationId: origin.applicationId, guildId: origin.guildId };
  const findFresh = async (query: string, known: ReadonlySet<string>): Promise<Found> => {
    const found = await articles.search(scope, query, maxCandidates + known.size);
    const kind = decideAnswer(answerPolicy, found);
    if (kind === 'nothing') return { articles: [], isSure: false };
    const [best] = found.articles;
    const fresh = found.articles.map(({ article }) => article).filter(({ id }) => !known.has(id));
    // What the search is sure of is its best article, and that one was shown before.
    return { articles: fresh, isSure: kind === 'article' && best?.article.id === fresh[0]?.id };
  };

  const answerFrom = (found: Found, question: string, before: string | null) =>
    answerer.answer({ ...found, question, before, language: playerLanguage(origin.locale), deadline });

  switch (turn.kind) {
    case 'helped':
    case 'greeting':
    case 'thanks':
      return { finding: { kind: turn.kind }, query: null };
    case 'unreadable':
      return { finding: { kind: 'articles', articles: [] }, query: null };
    case 'show-article': {
      const found = await findArticle(database, { ...scope, articleId: turn.articleId });
      const finding: Finding =
        found.kind === 'found' ? { kind: 'article', article: found.article } : { kind: 'article-gone' };
      return { finding, query: null };
    }
    case 'something-else': {
      const query = lastQuery(memory);
      const known = new Set([...shownArticles(memory), ...articlesSinceQuestion(memory)]);
      const others = query === null ? [] : (await findFresh(query, known)).articles;
      return { finding: { kind: 'something-else', articles: others }, query: null };
    }
    case 'question': {
      const before = lastQuery(memory);
      const known = shownArticles(memory);
      if (before !== null && isFollowUp(turn.text)) {
        const query = `${before}\n${turn.text}`;
        const inContext = await findFresh(query, known);
        if (inContext.articles.length > 0) return { finding: await answerFrom(inContext, turn.text, before), query };
      }
      const found = await findFresh(turn.text, known);
      // By itself "how long does it take?" finds nothing. What does find something is left as it is.
      if (found.articles.length === 0 && before !== null && refersBack(turn.text)) {
        const query = `${before}\n${turn.text}`;
        const inContext = await findFresh(query, known);
        if (inContext.articles.length > 0) return { finding: await answerFrom(inContext, turn.text, before), query };
      }
      return { finding: await answerFrom(found, turn.text, null), query: turn.text };
    }
  }
}
