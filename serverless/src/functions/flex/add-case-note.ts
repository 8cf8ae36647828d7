import { addCaseNote } from '@discord-channel/case-management';
import { addCaseNoteRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** An agent adds a note to a case. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: addCaseNoteRequest,
  run: async (pool, request, actor) => {
    const result = await addCaseNote(pool, { ...request, actor });
    switch (result.kind) {
      case 'added':
      case 'already-added':
        return { kind: 'case', case: result.case };
      case 'note-id-taken':
        return {
          kind: 'refused',
          refusal: panelRefusals.invalidRequest('This note belongs to another case. Write it anew.', 'noteId'),
        };
      case 'not-found':
        return refuseMissingCase(pool, { caseId: request.caseId });
    }
  },
});
