import { suggestArticlesRequest } from '@discord-channel/contracts';
import type { Pool } from '@discord-channel/database';
import {
  type ArticleSearch,
  createArticleSearch,
  findFeedback,
  knowledgeBaseSchema,
  suggestArticles,
} from '@discord-channel/knowledge-base';
import { composeArticleCard, isQuestion, virtualAgentSchema } from '@discord-channel/virtual-agent';
import { knowledgeScopeOf } from '../../panel/knowledge-scope';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** The opened indexes, kept as long as the connections that they are read through. */
const searches = new WeakMap<Pool, ArticleSearch>();

function searchOf(pool: Pool): ArticleSearch {
  const search = searches.get(pool) ?? createArticleSearch({ database: pool, monotonicNow: () => performance.now() });
  searches.set(pool, search);
  return search;
}

/** The articles that fit what a customer wrote, or what an agent looks for. */
export const handler = panelFunction({
  open: keepWarm((context) => openPanelApi(context, [knowledgeBaseSchema, virtualAgentSchema])),
  request: suggestArticlesRequest,
  run: async (pool, { conversationSid, messageSid, text }, agent) => {
    // What an agent types is looked for whatever it is.
    if (messageSid !== null && !isQuestion(text))
      return { kind: 'answer', answer: { articles: [], isQuestion: false } };
    const known = await knowledgeScopeOf(pool, conversationSid);
    if (known.kind === 'none') return { kind: 'answer', answer: { articles: [], isQuestion: true } };
    const suggested = await suggestArticles(searchOf(pool), { ...known.scope, text });
    const notHelpful = await findFeedback(pool, {
      applicationId: known.scope.applicationId,
      agentId: agent.id,
      articleIds: suggested.map(({ id }) => id),
      messageSid,
      query: text,
    });
    const articles = suggested.map((article) => ({
      ...article,
      card: composeArticleCard({ ...article, title: article.title.text }, known.locale),
      notHelpful: notHelpful.has(article.id),
    }));
    return { kind: 'answer', answer: { articles, isQuestion: true } };
  },
});
