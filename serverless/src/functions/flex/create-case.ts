import { caseManagementSchema, createCase } from '@discord-channel/case-management';
import { createCaseRequest } from '@discord-channel/contracts';
import { virtualAgentSchema } from '@discord-channel/virtual-agent';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { playerOfTask } from '../../panel/player-of-task';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

/** An agent opens a case, for a task or without one. */
export const handler = panelFunction({
  open: keepWarm((context) => openPanelApi(context, [caseManagementSchema, virtualAgentSchema])),
  request: createCaseRequest,
  run: async (pool, request, actor) => {
    const player = await playerOfTask(pool, request.task);
    const result = await createCase(pool, { ...request, player, actor });
    switch (result.kind) {
      case 'created':
      case 'already-created':
        return { kind: 'case', case: result.case };
      case 'deleted':
        return refuseMissingCase(pool, { caseId: request.caseId });
      case 'contact-missing':
        return {
          kind: 'refused',
          refusal: panelRefusals.invalidRequest(
            'Give a name, an e-mail address or a phone number: without a task nothing else tells whose case it is.',
            'fields.firstName',
          ),
        };
      case 'note-id-taken':
        return {
          kind: 'refused',
          refusal: panelRefusals.invalidRequest('Another case has this note already.', 'noteId'),
        };
    }
  },
});
