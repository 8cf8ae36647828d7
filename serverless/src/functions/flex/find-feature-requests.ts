import { findFeatureRequests } from '@discord-channel/case-management';
import { findRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** A page of players' ideas, for the team's list of them. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: findRequest,
  run: async (pool, request) => ({ kind: 'answer', answer: await findFeatureRequests(pool, request) }),
});
