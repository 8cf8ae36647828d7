import {
  type APIMessage,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { buildMessage, isEmpty, type NewMessage } from '../messages/build-message';
import { postMessage } from '../messages/create-message';
import { applyEdit, replaceMessage } from '../messages/edit-message';
import { allowOnlyFlags } from '../messages/flags';
import type { CreateMessageBody, EditMessageBody } from '../messages/message-body';
import { discordErrors } from '../rest/discord-error';
import type { DiscordState } from '../state/discord-state';
import type { ChannelRecord, InteractionRecord } from '../state/records';
import type { CallbackBody } from './callback-body';
import { showModal } from './show-modal';

const allowedFlags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;

/**
 * The first answer of the bot; answers the message that came of it, if any.
 * @throws DiscordError 10062 when three seconds are over, 40060 when there was a first answer already.
 */
export function answerInteraction(
  state: DiscordState,
  interaction: InteractionRecord,
  callback: CallbackBody,
): APIMessage | undefined {
  if (interaction.state === 'failed') throw discordErrors.unknownInteraction();
  if (interaction.state !== 'waiting') throw discordErrors.alreadyAcknowledged();
  const message = giveAnswer(state, interaction, callback);
  interaction.deadline.cancel();
  interaction.state =
    callback.type === InteractionResponseType.DeferredChannelMessageWithSource ? 'thinking' : 'answered';
  state.emit({ kind: 'interaction-changed', interaction });
  return message;
}

function giveAnswer(state: DiscordState, interaction: InteractionRecord, callback: CallbackBody) {
  switch (callback.type) {
    case InteractionResponseType.ChannelMessageWithSource:
      if (isEmpty(callback.data)) throw discordErrors.emptyMessage();
      interaction.original = showAnswer(state, interaction, callback.data);
      return interaction.original;
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const flags = (callback.data?.flags ?? 0) & MessageFlags.Ephemeral;
      interaction.original = showAnswer(state, interaction, { flags }, MessageFlags.Loading);
      return interaction.original;
    }
    case InteractionResponseType.DeferredMessageUpdate:
      interaction.original = pressedMessage(state, interaction);
      return undefined;
    case InteractionResponseType.Modal:
      showModal(interaction, callback.data);
      return undefined;
    case InteractionResponseType.UpdateMessage: {
      const channel = channelOf(state, interaction);
      const edited = applyEdit(state, pressedMessage(state, interaction), callback.data);
      interaction.original = replaceMessage(state, channel, edited);
      return interaction.original;
    }
  }
}

/** A further answer. As on Discord the first one after a deferral fills the message that says the bot is thinking. */
export function followUp(state: DiscordState, interaction: InteractionRecord, body: CreateMessageBody): APIMessage {
  if (isEmpty(body)) throw discordErrors.emptyMessage();
  if (interaction.state === 'thinking') return editAnswer(state, interaction, '@original', body);
  return showAnswer(state, interaction, body);
}

/** @throws DiscordError 10008 for a message that is no answer of this interaction. */
export function editAnswer(
  state: DiscordState,
  interaction: InteractionRecord,
  messageId: string,
  body: EditMessageBody,
): APIMessage {
  const message = findAnswer(state, interaction, messageId);
  const wasThinking = message === interaction.original && interaction.state === 'thinking';
  // An answer stays as visible as its deferral made it, whatever the later flags say.
  const edited = applyEdit(state, message, { ...body, flags: undefined });
  edited.flags = ((message.flags ?? 0) & ~MessageFlags.Loading) as MessageFlags;
  if (wasThinking) {
    edited.edited_timestamp = null;
    interaction.state = 'answered';
    state.emit({ kind: 'interaction-changed', interaction });
  }
  if (message.id === interaction.original?.id) interaction.original = edited;
  if (isEphemeral(edited)) {
    interaction.ephemeralMessages.set(edited.id, edited);
    state.emit({ kind: 'ephemeral-message', interaction, message: edited });
    return edited;
  }
  return replaceMessage(state, channelOf(state, interaction), edited);
}

/** @throws DiscordError 10008 for a message that is no answer of this interaction. */
export function findAnswer(state: DiscordState, interaction: InteractionRecord, messageId: string): APIMessage {
  const id = messageId === '@original' ? interaction.original?.id : messageId;
  const message =
    id === undefined
      ? undefined
      : (interaction.ephemeralMessages.get(id) ?? channelOf(state, interaction).messages.get(id));
  if (!message) throw discordErrors.unknownMessage();
  return message;
}

function showAnswer(
  state: DiscordState,
  interaction: InteractionRecord,
  body: CreateMessageBody,
  extraFlags = 0 as MessageFlags,
): APIMessage {
  allowOnlyFlags(body.flags, allowedFlags);
  const message: Omit<NewMessage, 'channelId'> = {
    author: state.bot,
    body: { ...body, flags: (body.flags ?? 0) | extraFlags },
    interaction: answerOf(state, interaction),
  };
  if (((body.flags ?? 0) & MessageFlags.Ephemeral) === 0) {
    return postMessage(state, channelOf(state, interaction), message);
  }
  const built = buildMessage(state, { ...message, channelId: interaction.channelId });
  interaction.ephemeral = true;
  interaction.ephemeralMessages.set(built.id, built);
  state.emit({ kind: 'ephemeral-message', interaction, message: built });
  return built;
}

function answerOf(state: DiscordState, interaction: InteractionRecord): NewMessage['interaction'] {
  const player = state.players.get(interaction.playerId);
  if (!player) return undefined;
  const { api } = interaction;
  const common = {
    id: interaction.id,
    user: player.user,
    authorizing_integration_owners: api.authorizing_integration_owners,
  };
  const application = { application_id: state.application.id, webhook_id: state.application.id };
  if (api.type === InteractionType.ModalSubmit) {
    // The command that showed the modal is not named again, so clients show no "used /command" above the answer.
    return {
      ...application,
      type: MessageType.Default,
      interaction_metadata: {
        ...common,
        type: api.type,
        triggering_interaction_metadata: {
          ...common,
          id: interaction.submits ?? interaction.id,
          type: InteractionType.ApplicationCommand,
        },
      },
    };
  }
  return api.type === InteractionType.MessageComponent
    ? {
        ...application,
        type: MessageType.Reply,
        message_reference: {
          type: MessageReferenceType.Default,
          channel_id: interaction.channelId,
          message_id: api.message.id,
        },
        interaction_metadata: { ...common, type: api.type, interacted_message_id: api.message.id },
      }
    : {
        ...application,
        type: MessageType.ChatInputCommand,
        // Superseded by the metadata, but only this names the command, and Discord still sends it.
        interaction: { id: interaction.id, type: api.type, name: commandName(interaction), user: player.user },
        interaction_metadata: { ...common, type: InteractionType.ApplicationCommand },
      };
}

function commandName({ api }: InteractionRecord): string {
  return api.data && 'name' in api.data ? api.data.name : '';
}

function pressedMessage(state: DiscordState, { api, channelId }: InteractionRecord): APIMessage {
  const id = api.type === InteractionType.MessageComponent ? api.message.id : undefined;
  const message = id === undefined ? undefined : state.channels.get(channelId)?.messages.get(id);
  if (message) return message;
  throw discordErrors.invalidForm({
    type: {
      _errors: [
        { code: 'INTERACTION_APPLICATION_COMMAND_CALLBACK_INVALID', message: 'Only a press can update a message.' },
      ],
    },
  });
}

function channelOf(state: DiscordState, interaction: InteractionRecord): ChannelRecord {
  const channel = state.channels.get(interaction.channelId);
  if (!channel) throw discordErrors.unknownChannel();
  return channel;
}

function isEphemeral(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
