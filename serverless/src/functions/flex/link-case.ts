import { linkCase } from '@discord-channel/case-management';
import { linkCaseRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** Keeps a task and its conversation with a case. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: linkCaseRequest,
  run: async (pool, request, actor) => {
    const result = await linkCase(pool, { ...request, actor });
    return result.kind === 'not-found'
      ? refuseMissingCase(pool, { caseId: request.caseId })
      : { kind: 'case', case: result.case };
  },
});
