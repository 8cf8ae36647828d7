import { changeCaseStatus } from '@discord-channel/case-management';
import { changeCaseStatusRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** An agent gives a case another status. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: changeCaseStatusRequest,
  run: async (pool, request, actor) => {
    const result = await changeCaseStatus(pool, { ...request, actor });
    switch (result.kind) {
      case 'changed':
      case 'unchanged':
        return { kind: 'case', case: result.case };
      case 'stale':
        return { kind: 'refused', refusal: panelRefusals.staleVersion(result.current) };
      case 'not-found':
        return refuseMissingCase(pool, { caseId: request.caseId });
    }
  },
});
