import { findLabels } from '@discord-channel/case-management';
import { findLabelsRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** The labels that contacts have, to narrow their list by. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: findLabelsRequest,
  run: async (pool) => ({ kind: 'answer', answer: await findLabels(pool) }),
});
