import { requestOutreach } from '@discord-channel/case-management';
import { messagePlayerRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** An agent writes to the player of a case first. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: messagePlayerRequest,
  run: async (pool, request, actor, { workerSid }) => {
    if (workerSid === undefined) {
      const message = 'You take no tasks in Flex, so a conversation cannot be brought to you.';
      return { kind: 'refused', refusal: panelRefusals.invalidRequest(message) };
    }
    const result = await requestOutreach(pool, { ...request, actor, workerSid });
    switch (result.kind) {
      case 'requested':
        return { kind: 'answer', answer: { outreach: result.outreach } };
      case 'no-player':
        return {
          kind: 'refused',
          refusal: panelRefusals.invalidRequest('The contact of this case has no Discord identity.', 'text'),
        };
      case 'not-found':
        return refuseMissingCase(pool, { caseId: request.caseId });
    }
  },
});
