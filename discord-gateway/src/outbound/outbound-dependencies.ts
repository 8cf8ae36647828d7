import type { Logger } from 'pino';
import type { OnSettled } from '../metrics/settled';
import type { DeliverFilesDependencies } from './deliver-files';

/** What the way to the player needs. */
export interface OutboundDependencies extends DeliverFilesDependencies {
  /** The player has a message of an agent. */
  onDelivered?: (conversationSid: string) => void;
  onSettled?: OnSettled;
  logger: Logger;
}
