import { findContacts } from '@discord-channel/case-management';
import { findContactsRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** A page of contacts, for the team's list of them. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: findContactsRequest,
  run: async (pool, request) => {
    const result = await findContacts(pool, request);
    return result.kind === 'found'
      ? { kind: 'answer', answer: result.page }
      : {
          kind: 'refused',
          refusal: panelRefusals.invalidRequest('This list cannot be gone on with. Search anew.', 'cursor'),
        };
  },
});
