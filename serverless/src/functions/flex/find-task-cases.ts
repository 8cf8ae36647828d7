import { caseManagementSchema, findTaskCases } from '@discord-channel/case-management';
import { findTaskCasesRequest } from '@discord-channel/contracts';
import { virtualAgentSchema } from '@discord-channel/virtual-agent';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { playerOfTask } from '../../panel/player-of-task';
import { keepWarm } from '../../runtime/keep-warm';

/** The cases of a task's customer that are not closed: one of them may be what the task is about. */
export const handler = panelFunction({
  open: keepWarm((context) => openPanelApi(context, [caseManagementSchema, virtualAgentSchema])),
  request: findTaskCasesRequest,
  run: async (pool, { task }) => ({
    kind: 'answer',
    answer: await findTaskCases(pool, { task, player: await playerOfTask(pool, task) }),
  }),
});
