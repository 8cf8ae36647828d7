import { caseManagementSchema } from '@discord-channel/case-management';
import { toAnswerPolicy } from '@discord-channel/contracts';
import { createArticleSearch, knowledgeBaseSchema } from '@discord-channel/knowledge-base';
import {
  createTwilioConversations,
  type VirtualAgentDependencies,
  virtualAgentSchema,
} from '@discord-channel/virtual-agent';
import { consoleLogger } from '../runtime/console-logger';
import { openDatabase } from '../runtime/open-database';
import { readConfig } from '../runtime/read-config';
import type { FunctionContext } from '../runtime/twilio-runtime';
import { openAnswerer } from './open-answerer';

/** A Function has ten seconds. The last answer may begin at the end of the budget and then wait for Twilio. */
const answerBudgetMs = 6_000;
const twilioTimeoutMs = 3_000;

/** Everything that the virtual agent needs, for the Functions that the Studio flow runs. */
export async function openVirtualAgent(context: FunctionContext): Promise<VirtualAgentDependencies> {
  const config = readConfig(context);
  const logger = consoleLogger(context);
  const monotonicNow = () => performance.now();
  const answerer = openAnswerer(config, { logger, monotonicNow });
  const client = context.getTwilioClient({ lazyLoading: true, timeout: twilioTimeoutMs, autoRetry: false });
  const database = await openDatabase({
    config,
    logger,
    schemas: [caseManagementSchema, knowledgeBaseSchema, virtualAgentSchema],
  });
  return {
    database,
    logger,
    monotonicNow,
    answerBudgetMs,
    answerer,
    articles: createArticleSearch({ database, monotonicNow }),
    answerPolicy: toAnswerPolicy(config),
    twilio: createTwilioConversations(client, {
      studioFlowSid: config.TWILIO_STUDIO_FLOW_SID,
      workspaceSid: config.TWILIO_WORKSPACE_SID,
      workflowSid: config.TWILIO_WORKFLOW_SID,
    }),
  };
}
