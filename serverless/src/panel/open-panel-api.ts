import { caseManagementSchema } from '@discord-channel/case-management';
import type { OwnedSchema, Pool } from '@discord-channel/database';
import { validator } from 'twilio-flex-token-validator';
import { consoleLogger } from '../runtime/console-logger';
import { openDatabase } from '../runtime/open-database';
import { readConfig } from '../runtime/read-config';
import type { FunctionContext } from '../runtime/twilio-runtime';
import { createFlexTokenVerifier, type VerifyFlexToken } from './verify-flex-token';

export interface PanelApi {
  /** Opened with the first request of an agent who may ask: a stranger costs no connection. */
  openPool: () => Promise<Pool>;
  verifyToken: VerifyFlexToken;
  /** The only origin whose pages may read the answers. */
  flexOrigin: string;
}

/** Everything that the panel's API needs. @param schemas what a Function reads and writes: cases, unless it says more */
export async function openPanelApi(
  context: FunctionContext,
  schemas: readonly OwnedSchema[] = [caseManagementSchema],
): Promise<PanelApi> {
  const config = readConfig(context);
  const logger = consoleLogger(context);
  let pool: Promise<Pool> | undefined;
  return {
    flexOrigin: new URL(config.FLEX_ORIGIN).origin,
    verifyToken: createFlexTokenVerifier({
      validate: (token) => validator(token, config.ACCOUNT_SID, config.AUTH_TOKEN),
      now: Date.now,
    }),
    openPool: () => {
      pool ??= openDatabase({ config, logger, schemas }).catch((error: Error) => {
        pool = undefined;
        throw error;
      });
      return pool;
    },
  };
}
