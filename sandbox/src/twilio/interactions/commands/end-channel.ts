import { invalidParameter } from '../../rest/twilio-rest-error';
import type { Task } from '../../task-router/model';
import type { TaskRouter } from '../../task-router/task-router';
import { activeAgents } from '../active-agents';
import type { RoutingStatus } from '../interactions';
import type { Interaction } from '../model';
import { closeConversation } from './close-conversation';
import type { InteractionsContext } from './context';
import { leaveChannel } from './leave-channel';

/** Ends the chat (`closed`: the conversation with it) or leaves it (`inactive`: the conversation lives on). */
export function endChannel(
  context: InteractionsContext,
  interaction: Interaction,
  status: 'closed' | 'inactive',
  routing: RoutingStatus = 'closed',
): void {
  const { taskRouter } = context;
  if (interaction.status === 'setup') throw invalidParameter(`Channel ${interaction.channelSid} is not ready yet`);
  interaction.status = status;
  const tasks = interaction.invites.flatMap(({ taskSid }) => taskRouter.task(taskSid) ?? []);
  if (status === 'closed') closeConversation(context, interaction);
  else for (const participant of activeAgents(interaction)) leaveChannel(context, interaction, participant);
  for (const task of tasks) endReservations(taskRouter, task, routing);
}

function endReservations(taskRouter: TaskRouter, task: Task, routing: RoutingStatus): void {
  for (const reservation of task.reservations) {
    if (routing === 'wrapup' && reservation.status === 'accepted') taskRouter.wrapUp(reservation);
    if (routing === 'closed' && (reservation.status === 'accepted' || reservation.status === 'wrapping')) {
      taskRouter.complete(reservation);
    }
  }
}
