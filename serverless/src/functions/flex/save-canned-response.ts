import { cannedResponseLimits, saveCannedResponseRequest } from '@discord-channel/contracts';
import { saveCannedResponse } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

const refused = (refusal: ReturnType<typeof panelRefusals.invalidRequest>) => ({ kind: 'refused', refusal }) as const;

/** A supervisor writes a canned response or changes one. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: saveCannedResponseRequest,
  roles: leads,
  run: async (pool, request, actor) => {
    const result = await saveCannedResponse(pool, request, actor.name);
    switch (result.kind) {
      case 'saved':
        return { kind: 'answer', answer: { responses: result.responses, servers: result.servers } };
      case 'stale':
        return refused(panelRefusals.changedMeanwhile(result.updatedBy));
      case 'gone':
        return refused(panelRefusals.deletedMeanwhile());
      case 'shortcut-taken':
        return refused(
          panelRefusals.invalidRequest('Another response has this shortcut. Choose another one.', 'response.shortcut'),
        );
      case 'unknown-server':
        return refused(panelRefusals.invalidRequest('The bot is not in this server. Choose another one.', 'server'));
      case 'too-many':
        return refused(
          panelRefusals.invalidRequest(
            `There are ${cannedResponseLimits.responses} responses already. Delete one that is not needed.`,
          ),
        );
    }
  },
});
