import type { Pool } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import type { Logger } from 'pino';
import type { OnSettled } from '../metrics/settled';
import type { ConversationsApi } from '../twilio/conversations-api';

/** What the way to the player needs. */
export interface OutboundDependencies {
  pool: Pool;
  rest: REST;
  conversations: ConversationsApi;
  onSettled?: OnSettled;
  logger: Logger;
}
