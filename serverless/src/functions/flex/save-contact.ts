import { saveContact } from '@discord-channel/case-management';
import { saveContactRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** An agent changes what is known of somebody in the list of contacts. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: saveContactRequest,
  run: async (pool, request, actor) => {
    const result = await saveContact(pool, { ...request, actor });
    switch (result.kind) {
      case 'changed':
      case 'unchanged':
        return { kind: 'answer', answer: { contact: result.contact } };
      case 'stale':
        return { kind: 'refused', refusal: panelRefusals.staleContact(result.current) };
      case 'wrong-custom-value':
        return { kind: 'refused', refusal: panelRefusals.wrongCustomValue(result) };
      case 'not-found':
        return { kind: 'refused', refusal: panelRefusals.contactNotFound() };
    }
  },
});
