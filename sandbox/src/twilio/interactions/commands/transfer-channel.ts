import { invalidParameter } from '../../rest/twilio-rest-error';
import type { Worker } from '../../task-router/model';
import type { ChannelTransfer, Interaction, InteractionParticipant } from '../model';
import { addInvite } from './add-invite';
import type { InteractionsContext } from './context';
import { leaveChannel } from './leave-channel';

/** An agent hands the channel on, cold: to a worker, or to the queue when none is given. */
export function transferChannel(
  context: InteractionsContext,
  interaction: Interaction,
  from: InteractionParticipant,
  to: Worker | undefined,
): ChannelTransfer {
  const { taskRouter, clock } = context;
  const own = taskRouter.reservation(from.reservationSid ?? '');
  if (!own || from.status !== 'active') throw invalidParameter(`Participant ${from.sid} is not in the channel`);
  const attributes = JSON.parse(own.task.attributes) as Record<string, unknown>;
  const invite = addInvite(context, interaction, { taskAttributes: attributes, priority: own.task.priority }, to?.sid);
  const made = { from: from.sid, to: to?.sid ?? taskRouter.workspace.taskQueue.sid, invite, dateCreated: clock.now() };
  interaction.transfers.push(made);
  leaveChannel(context, interaction, from);
  taskRouter.wrapUp(own);
  return made;
}
