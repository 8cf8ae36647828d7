import { newSid } from '../../rest/new-sid';
import type { InteractionParticipant } from '../model';

/** Somebody in an interaction, from now on. */
export function newParticipant(
  type: InteractionParticipant['type'],
  identity: string,
  mediaParticipantSid: string,
  reservationSid: string | null,
): InteractionParticipant {
  return { sid: newSid('UT'), type, identity, mediaParticipantSid, reservationSid, status: 'active' };
}
