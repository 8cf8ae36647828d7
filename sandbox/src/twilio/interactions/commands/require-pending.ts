import { invalidParameter } from '../../rest/twilio-rest-error';
import type { Reservation } from '../../task-router/model';
import type { Interaction } from '../model';

/** @throws TwilioRestError unless this reservation may still answer an invite into the interaction. */
export function requirePending(interaction: Interaction, reservation: Reservation): void {
  const isInvited = interaction.invites.some(({ taskSid }) => taskSid === reservation.task.sid);
  if (!isInvited || reservation.status !== 'pending') {
    throw invalidParameter(`Reservation ${reservation.sid} cannot answer an invite into ${interaction.channelSid}`);
  }
}
