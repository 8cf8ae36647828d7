import { deleteCannedResponseRequest } from '@discord-channel/contracts';
import { deleteCannedResponse } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor takes a canned response away. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: deleteCannedResponseRequest,
  roles: leads,
  run: async (pool, request) => {
    const result = await deleteCannedResponse(pool, request);
    return result.kind === 'deleted'
      ? { kind: 'answer', answer: { responses: result.responses, servers: result.servers } }
      : { kind: 'refused', refusal: panelRefusals.changedMeanwhile(result.updatedBy) };
  },
});
