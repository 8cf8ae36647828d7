import { caseManagementSchema } from '@discord-channel/case-management';
import type { OwnedSchema } from '@discord-channel/database';
import { knowledgeBaseSchema } from '@discord-channel/knowledge-base';
import { virtualAgentSchema } from '@discord-channel/virtual-agent';
import { relaySchema } from '../discord-gateway/src/store/schema';

/** Every schema of the product, in the order in which they are migrated. */
export const schemas: readonly OwnedSchema[] = [
  caseManagementSchema,
  knowledgeBaseSchema,
  virtualAgentSchema,
  relaySchema,
];
