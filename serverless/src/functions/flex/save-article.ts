import { saveArticleRequest } from '@discord-channel/contracts';
import { saveArticle } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor writes an article or changes one. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: saveArticleRequest,
  roles: leads,
  run: async (pool, request, actor) => {
    const result = await saveArticle(pool, request, actor.name);
    switch (result.kind) {
      case 'saved':
        return { kind: 'answer', answer: { article: result.article } };
      case 'stale':
        return { kind: 'refused', refusal: panelRefusals.changedMeanwhile(result.current.updatedBy) };
      case 'gone':
        return { kind: 'refused', refusal: panelRefusals.deletedMeanwhile() };
      case 'unknown-server':
        return {
          kind: 'refused',
          refusal: panelRefusals.invalidRequest('The bot is not in this server. Choose another one.', 'server'),
        };
    }
  },
});
