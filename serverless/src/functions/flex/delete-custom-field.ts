import { deleteCustomField } from '@discord-channel/case-management';
import { deleteCustomFieldRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor takes a field away; what cases hold in it stays. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: deleteCustomFieldRequest,
  roles: leads,
  run: async (pool, { id }) => ({ kind: 'answer', answer: await deleteCustomField(pool, id) }),
});
