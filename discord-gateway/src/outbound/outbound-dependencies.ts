import type { Logger } from 'pino';
import type { OnSettled } from '../metrics/settled';
import type { DeliveryDependencies } from './deliver-message';

/** What the way to the player needs. */
export interface OutboundDependencies extends DeliveryDependencies {
  /** The player has a message of an agent. */
  onDelivered?: (conversationSid: string) => void;
  onSettled?: OnSettled;
  logger: Logger;
}
