import { exportCases } from '@discord-channel/case-management';
import { exportCasesRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor takes the cases of a list along: one page of them, of many. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: exportCasesRequest,
  roles: leads,
  run: async (pool, request) => {
    const result = await exportCases(pool, request);
    return result.kind === 'found'
      ? { kind: 'answer', answer: result.page }
      : {
          kind: 'refused',
          refusal: panelRefusals.invalidRequest('This export cannot be gone on with. Begin it anew.', 'cursor'),
        };
  },
});
