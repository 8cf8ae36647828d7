import type { OperatingHours } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import type { Conversation } from '../store/conversation';
import { findOpening } from './find-opening';
import { readOperatingHours } from './operating-hours-store';

/** Nobody is there: by which hours, and until when, if that is known. */
export interface Away {
  hours: OperatingHours;
  backAt: Date | null;
}

/** Undefined while the agents of the player's server are there. */
export async function findAway(
  database: Queryable,
  { origin, readAt }: Pick<Conversation, 'origin' | 'readAt'>,
): Promise<Away | undefined> {
  const hours = await readOperatingHours(database, origin);
  const opening = hours && findOpening(hours, readAt);
  return hours && opening?.kind === 'closed' ? { hours, backAt: opening.backAt } : undefined;
}
