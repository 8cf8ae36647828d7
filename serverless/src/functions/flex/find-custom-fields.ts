import { findCustomFields } from '@discord-channel/case-management';
import { findCustomFieldsRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** The fields that the team defined for its cases and contacts. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: findCustomFieldsRequest,
  run: async (pool) => ({ kind: 'answer', answer: await findCustomFields(pool) }),
});
