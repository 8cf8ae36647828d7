import { exportArticlesRequest } from '@discord-channel/contracts';
import { exportArticles } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor takes all articles of a server along, page by page. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: exportArticlesRequest,
  roles: leads,
  run: async (pool, request) => ({ kind: 'answer', answer: await exportArticles(pool, request) }),
});
