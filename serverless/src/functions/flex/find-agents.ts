import { findAgents } from '@discord-channel/case-management';
import { findAgentsRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** The agents whom a case can be given to. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: findAgentsRequest,
  run: async (pool) => ({ kind: 'answer', answer: await findAgents(pool) }),
});
