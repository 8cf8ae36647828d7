import { caseManagementSchema } from '@discord-channel/case-management';
import { type Pool, requireSchemaVersion, SchemaVersionError } from '@discord-channel/database';
import { knowledgeBaseSchema } from '@discord-channel/knowledge-base';
import { virtualAgentSchema } from '@discord-channel/virtual-agent';
import type { Logger } from 'pino';
import { keepTrying } from '../flow/keep-trying';
import { relaySchema } from '../store/schema';

/** Every schema that the worker's code reads or writes. */
const schemas = [relaySchema, caseManagementSchema, virtualAgentSchema, knowledgeBaseSchema];

/**
 * Waits until the database answers.
 * @throws SchemaVersionError at once when it is at another version than this code: only `npm run migrate` helps.
 */
export function waitForDatabase({ pool, ...options }: { pool: Pool; logger: Logger; signal: AbortSignal }) {
  return keepTrying(() => requireSchemaVersion(pool, schemas), {
    what: 'reach the database',
    isFinal: (error) => error instanceof SchemaVersionError,
    ...options,
  });
}

export interface Flow {
  /** To the gateway. */
  isConnected(): boolean;
  /** Renewing the lease is a write: on a full disk the database answers all the same, and renews nothing. */
  isLeaseHeld(): boolean;
}

/** What keeps messages from flowing, in words for an operator; undefined when they flow. */
export async function whyNotReady(pool: Pool, { isConnected, isLeaseHeld }: Flow): Promise<string | undefined> {
  try {
    await requireSchemaVersion(pool, schemas);
  } catch (error) {
    return error instanceof SchemaVersionError ? error.message : 'The database does not answer.';
  }
  if (!isLeaseHeld()) {
    return 'The database answers and takes no writes: the lease could not be renewed. Is its disk full?';
  }
  return isConnected() ? undefined : 'Not connected to the Discord gateway.';
}
