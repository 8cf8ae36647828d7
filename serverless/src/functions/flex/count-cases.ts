import { countCases } from '@discord-channel/case-management';
import { caseRange } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** How many cases there are, by status. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: caseRange,
  run: async (pool, request) => ({ kind: 'answer', answer: await countCases(pool, request) }),
});
