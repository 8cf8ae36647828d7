import { getArticleRequest } from '@discord-channel/contracts';
import { readArticle } from '@discord-channel/knowledge-base';
import { openKnowledgeApi } from '../../panel/open-knowledge-api';
import { panelFunction } from '../../panel/panel-function';
import { keepWarm } from '../../runtime/keep-warm';

/** An article with all that it holds. */
export const handler = panelFunction({
  open: keepWarm(openKnowledgeApi),
  request: getArticleRequest,
  run: async (pool, { key }) => {
    const result = await readArticle(pool, key);
    return { kind: 'answer', answer: { article: result.kind === 'found' ? result.article : null } };
  },
});
