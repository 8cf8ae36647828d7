import { findArticlesRequest } from '@discord-channel/contracts';
import { findArticles } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** The articles of the knowledge base, a page of them. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: findArticlesRequest,
  run: async (pool, request) => ({ kind: 'answer', answer: await findArticles(pool, request) }),
});
