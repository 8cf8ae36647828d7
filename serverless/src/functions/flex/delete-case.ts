import { deleteCase } from '@discord-channel/case-management';
import { deleteCaseRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor takes a case away for good. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: deleteCaseRequest,
  roles: leads,
  run: async (pool, request, actor) => {
    const result = await deleteCase(pool, { ...request, actor });
    switch (result.kind) {
      case 'deleted':
        return { kind: 'answer', answer: { deleted: result.deleted } };
      case 'stale':
        return { kind: 'refused', refusal: panelRefusals.staleVersion(result.current) };
      case 'message-on-its-way':
        return {
          kind: 'refused',
          refusal: panelRefusals.invalidRequest(
            'A message to the player is on its way out of this case. Delete it once the message is sent.',
          ),
        };
      case 'not-found':
        return refuseMissingCase(pool, { caseId: request.caseId });
    }
  },
});
