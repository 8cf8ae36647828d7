import { findTags } from '@discord-channel/case-management';
import { findTagsRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** The tags that the team offers and that cases have. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: findTagsRequest,
  run: async (pool) => ({ kind: 'answer', answer: await findTags(pool) }),
});
