import { readOutreach } from '@discord-channel/case-management';
import { getOutreachRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** How a message that an agent wrote first is going. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: getOutreachRequest,
  run: async (pool, { outreachId }) => {
    const found = await readOutreach(pool, outreachId);
    return found
      ? { kind: 'answer', answer: { outreach: found.outreach } }
      : { kind: 'refused', refusal: panelRefusals.caseNotFound() };
  },
});
