import type { Logger } from 'pino';
import type { OnSettled } from '../metrics/settled';
import type { DeliverFilesDependencies } from './deliver-files';

/** What the way to the player needs. */
export interface OutboundDependencies extends DeliverFilesDependencies {
  onSettled?: OnSettled;
  logger: Logger;
}
