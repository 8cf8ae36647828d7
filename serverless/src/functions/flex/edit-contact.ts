import { editContact } from '@discord-channel/case-management';
import { editContactRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** An agent changes what is known of the contact of a case. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: editContactRequest,
  run: async (pool, request, actor) => {
    const result = await editContact(pool, { ...request, actor });
    switch (result.kind) {
      case 'changed':
      case 'unchanged':
        return { kind: 'case', case: result.case };
      case 'stale':
        return { kind: 'refused', refusal: panelRefusals.staleVersion(result.current) };
      case 'wrong-custom-value':
        return { kind: 'refused', refusal: panelRefusals.wrongCustomValue(result) };
      case 'not-found':
        return refuseMissingCase(pool, { caseId: request.caseId });
    }
  },
});
