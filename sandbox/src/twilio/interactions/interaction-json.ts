import type { TaskRouter } from '../task-router/task-router';
import type { ChannelTransfer, Interaction, InteractionInvite, InteractionParticipant } from './model';

// The resources of the Interactions API, as REST and the event bridge write them.
// https://www.twilio.com/docs/flex/developer/conversations/interactions-api

const base = 'https://flex-api.twilio.com/v1/Interactions';

export function interactionJson(interaction: Interaction) {
  return {
    sid: interaction.sid,
    channel: { type: interaction.medium, sid: interaction.channelSid },
    // The task is created after the answer: nobody may count on its SID here.
    routing: { type: 'TaskRouter' },
    interaction_context_sid: null,
    webhook_ttid: null,
    url: `${base}/${interaction.sid}`,
    links: { channels: `${base}/${interaction.sid}/Channels` },
  };
}

/** The channel as the REST API shows it. */
export function channelResource(interaction: Interaction) {
  const url = `${base}/${interaction.sid}/Channels/${interaction.channelSid}`;
  return {
    sid: interaction.channelSid,
    interaction_sid: interaction.sid,
    type: interaction.medium,
    status: interaction.status,
    error_code: 0,
    error_message: '',
    url,
    links: { participants: `${url}/Participants`, invites: `${url}/Invites` },
  };
}

/** The channel as Flex UI reads it through the event bridge: REST does not name the conversation. */
export function channelJson(interaction: Interaction) {
  return {
    ...channelResource(interaction),
    media_sid: interaction.conversationSid,
    media_properties: { conversation_sid: interaction.conversationSid },
  };
}

export function inviteJson(interaction: Interaction, invite: InteractionInvite) {
  return {
    sid: invite.sid,
    interaction_sid: interaction.sid,
    channel_sid: interaction.channelSid,
    routing: { type: 'TaskRouter', sid: invite.taskSid },
    url: `${base}/${interaction.sid}/Channels/${interaction.channelSid}/Invites/${invite.sid}`,
  };
}

export function participantJson(taskRouter: TaskRouter, interaction: Interaction, participant: InteractionParticipant) {
  const reservation = taskRouter.reservation(participant.reservationSid ?? '');
  return {
    sid: participant.sid,
    type: participant.type,
    interaction_sid: interaction.sid,
    channel_sid: interaction.channelSid,
    routing_properties: reservation
      ? {
          workspace_sid: taskRouter.workspace.workspaceSid,
          worker_sid: reservation.worker.sid,
          task_sid: reservation.task.sid,
          reservation_sid: reservation.sid,
          task_attributes: reservation.task.attributes,
        }
      : null,
    media_properties: {
      identity: participant.identity,
      sid: participant.mediaParticipantSid,
      participant_sid: participant.mediaParticipantSid,
      conversation_sid: interaction.conversationSid,
    },
    url: `${base}/${interaction.sid}/Channels/${interaction.channelSid}/Participants/${participant.sid}`,
  };
}

/** A participant inside an event of the event bridge. */
export function participantEventJson(
  taskRouter: TaskRouter,
  interaction: Interaction,
  participant: InteractionParticipant,
) {
  const { sid, ...rest } = participantJson(taskRouter, interaction, participant);
  return {
    ...rest,
    participant_sid: sid,
    channel_type: interaction.medium,
    // The client finds the task by this, also for a customer, who has no reservation.
    routing_properties: rest.routing_properties ?? { task_sid: interaction.invites.at(-1)?.taskSid },
  };
}

/** A transfer as Flex UI reads it: learnt from the client bundled with Flex UI 2.17.1. */
export function transferJson(interaction: Interaction, transfer: ChannelTransfer, flexInstanceSid: string) {
  return {
    sid: transfer.invite.sid,
    instance_sid: flexInstanceSid,
    interaction_sid: interaction.sid,
    channel_sid: interaction.channelSid,
    type: 'cold',
    from: transfer.from,
    to: transfer.to,
    status: 'initiated',
    note_sid: null,
    summary_sid: null,
    date_created: transfer.dateCreated.toISOString(),
    date_updated: transfer.dateCreated.toISOString(),
  };
}
