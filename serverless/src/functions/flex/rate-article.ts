import { rateArticleRequest } from '@discord-channel/contracts';
import { changeFeedback, knowledgeBaseSchema } from '@discord-channel/knowledge-base';
import { virtualAgentSchema } from '@discord-channel/virtual-agent';
import { knowledgeScopeOf } from '../../panel/knowledge-scope';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

/** An agent says that an article does not help with what a customer wrote, or takes it back. */
export const handler = panelFunction({
  open: keepWarm((context) => openPanelApi(context, [knowledgeBaseSchema, virtualAgentSchema])),
  request: rateArticleRequest,
  run: async (pool, { conversationSid, messageSid, text, articleId, notHelpful }, agent) => {
    const known = await knowledgeScopeOf(pool, conversationSid);
    const outcome =
      known.kind === 'found' &&
      (await changeFeedback(pool, { ...known.scope, articleId, agent, messageSid, query: text, notHelpful }));
    return outcome && outcome.kind === 'changed'
      ? { kind: 'answer', answer: { articleId, notHelpful } }
      : { kind: 'refused', refusal: panelRefusals.articleGone() };
  },
});
