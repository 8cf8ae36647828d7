import { findCannedResponsesRequest } from '@discord-channel/contracts';
import { findCannedResponses } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** The answers that agents have at hand. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: findCannedResponsesRequest,
  run: async (pool) => ({ kind: 'answer', answer: await findCannedResponses(pool) }),
});
