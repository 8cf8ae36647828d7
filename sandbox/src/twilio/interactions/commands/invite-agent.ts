import { invalidParameter } from '../../rest/twilio-rest-error';
import type { Interaction, InteractionInvite } from '../model';
import type { InviteRouting } from '../read-interaction-request';
import { addInvite } from './add-invite';
import type { InteractionsContext } from './context';
import { requireRouting } from './require-routing';

/** Asks for one more agent, by a task of its own. @throws TwilioRestError for a channel that is closed. */
export function inviteAgent(
  context: InteractionsContext,
  interaction: Interaction,
  routing: InviteRouting,
): InteractionInvite {
  requireRouting(context, routing);
  if (interaction.status === 'closed') throw invalidParameter(`Channel ${interaction.channelSid} is closed`);
  return addInvite(context, interaction, routing, routing.workerSid);
}
