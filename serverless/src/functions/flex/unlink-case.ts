import { unlinkCase } from '@discord-channel/case-management';
import { unlinkCaseRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** Takes a conversation and its task away from a case. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: unlinkCaseRequest,
  run: async (pool, request, actor) => {
    const result = await unlinkCase(pool, { ...request, actor });
    return result.kind === 'not-found'
      ? refuseMissingCase(pool, { caseId: request.caseId })
      : { kind: 'case', case: result.case };
  },
});
