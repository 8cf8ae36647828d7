import { importArticlesRequest } from '@discord-channel/contracts';
import { importArticles } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor brings a file of articles, piece by piece; the last piece imports it, or names what is wrong in it. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: importArticlesRequest,
  roles: leads,
  run: async (pool, request, actor) => ({
    kind: 'answer',
    answer: await importArticles(pool, request, actor.name),
  }),
});
