import { findArticlesRequest } from '@discord-channel/contracts';
import { findArticles } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** The articles of the knowledge base, a page of them; how often one was said not to help is for who looks after them. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: findArticlesRequest,
  run: async (pool, request, _actor, { roles }) => {
    const feedback = roles.some((role) => leads.includes(role));
    if (request.sort?.by === 'not-helpful' && !feedback) return { kind: 'refused', refusal: panelRefusals.reserved() };
    return { kind: 'answer', answer: await findArticles(pool, request, { feedback }) };
  },
});
