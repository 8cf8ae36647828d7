import { findArticleFeedbackRequest } from '@discord-channel/contracts';
import { findArticleFeedback } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** What agents said an article does not help with, page by page, for those who look after it. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: findArticleFeedbackRequest,
  roles: leads,
  run: async (pool, request) => ({ kind: 'answer', answer: await findArticleFeedback(pool, request) }),
});
