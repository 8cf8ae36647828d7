import { getCaseHistory } from '@discord-channel/case-management';
import { getCaseHistoryRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** What happened to a case, and the other cases of its contact. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: getCaseHistoryRequest,
  run: async (pool, request) => {
    const result = await getCaseHistory(pool, request);
    return result.kind === 'found'
      ? { kind: 'answer', answer: result.history }
      : refuseMissingCase(pool, { caseId: request.caseId });
  },
});
