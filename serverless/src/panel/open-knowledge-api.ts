import { knowledgeBaseSchema } from '@discord-channel/knowledge-base';
import type { FunctionContext } from '../runtime/twilio-runtime';
import { openPanelApi, type PanelApi } from './open-panel-api';

/** Everything that the Functions over articles need. */
export const openKnowledgeApi = (context: FunctionContext): Promise<PanelApi> =>
  openPanelApi(context, [knowledgeBaseSchema]);
