import { changeTag, findTags } from '@discord-channel/case-management';
import { changeTagRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor offers, renames or deletes a tag. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: changeTagRequest,
  roles: leads,
  run: async (pool, request, actor) => {
    const { remaining } = await changeTag(pool, request, actor);
    return { kind: 'answer', answer: { remaining, ...(await findTags(pool)) } };
  },
});
