import { readContactView } from '@discord-channel/case-management';
import { getContactRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** Somebody in the list of contacts. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: getContactRequest,
  run: async (pool, { contactId }) => {
    const contact = await readContactView(pool, contactId);
    return contact
      ? { kind: 'answer', answer: { contact } }
      : { kind: 'refused', refusal: panelRefusals.contactNotFound() };
  },
});
