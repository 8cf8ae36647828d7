import { deleteArticleRequest } from '@discord-channel/contracts';
import { deleteArticle } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** A supervisor takes an article away. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: deleteArticleRequest,
  roles: leads,
  run: async (pool, request, actor) => {
    const result = await deleteArticle(pool, request, actor.name);
    return result.kind === 'deleted'
      ? { kind: 'answer', answer: { article: null } }
      : { kind: 'refused', refusal: panelRefusals.changedMeanwhile(result.current.updatedBy) };
  },
});
