import { newSid } from '../../rest/new-sid';
import type { Interaction, InteractionInvite } from '../model';
import type { InviteRouting } from '../read-interaction-request';
import { taskAttributes } from '../task-attributes';
import type { InteractionsContext } from './context';

/** Asks for an agent: the invite is there at once, its task a moment later. */
export function addInvite(
  { taskRouter, clock, interactions, actionDelayMs }: InteractionsContext,
  interaction: Interaction,
  routing: Pick<InviteRouting, 'taskAttributes' | 'priority' | 'timeout'>,
  onlyWorkerSid?: string,
): InteractionInvite {
  const invite = { sid: newSid('KG'), taskSid: newSid('WT') };
  interaction.invites.push(invite);
  clock.schedule(actionDelayMs, () => {
    // A reset in between forgets the wish.
    if (!interactions.has(interaction.sid)) return;
    interaction.status = 'active';
    taskRouter.createTask({
      sid: invite.taskSid,
      attributes: JSON.stringify(taskAttributes(interaction, invite, routing)),
      priority: routing.priority,
      ...(routing.timeout !== undefined && { timeout: routing.timeout }),
      ...(onlyWorkerSid !== undefined && { onlyWorkerSid }),
    });
  });
  return invite;
}
