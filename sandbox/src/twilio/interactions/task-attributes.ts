import type { Interaction, InteractionInvite } from './model';
import type { InteractionRequest } from './read-interaction-request';

/**
 * What Flex writes on the task. Attributes that the flow gives win where Flex only guesses (`channelType` above
 * all), never over the SIDs that tie the task to the interaction.
 */
export function taskAttributes(
  interaction: Interaction,
  invite: InteractionInvite,
  request: Pick<InteractionRequest, 'taskAttributes'>,
): Record<string, unknown> {
  const customer = interaction.participants[0]?.identity ?? '';
  return {
    channelType: interaction.medium,
    customerName: customer,
    customerAddress: customer,
    from: customer,
    ...request.taskAttributes,
    conversations: {
      media: [{ conversation_sid: interaction.conversationSid }],
      ...(request.taskAttributes.conversations as object | undefined),
    },
    conversationSid: interaction.conversationSid,
    flexInteractionSid: interaction.sid,
    flexInteractionChannelSid: interaction.channelSid,
    flexChannelInviteSid: invite.sid,
  };
}
