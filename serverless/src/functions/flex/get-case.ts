import { getCase } from '@discord-channel/case-management';
import { getCaseRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** The case of a task, for the panel. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: getCaseRequest,
  run: async (pool, reference) => {
    const result = await getCase(pool, reference);
    return result.kind === 'found' ? { kind: 'case', case: result.case } : refuseMissingCase(pool, reference);
  },
});
