import {
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIMessageButtonInteractionData,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { startInteraction } from '../interactions/start-interaction';
import type { DiscordState } from '../state/discord-state';
import type { InteractionRecord, PlayerRecord } from '../state/records';
import { ControlError } from './control-error';
import { findChannelOf } from './find';

export const pressButtonRequest = z.strictObject({
  channelId: z.string(),
  messageId: z.string(),
  customId: z.string(),
});
export type PressButtonRequest = z.infer<typeof pressButtonRequest>;

/** @throws ControlError when there is no such button, or it is disabled. */
export function pressButton(state: DiscordState, player: PlayerRecord, request: PressButtonRequest): InteractionRecord {
  const channel = findChannelOf(state, player, request.channelId);
  const message = channel.messages.get(request.messageId);
  if (!message) throw new ControlError(404, `There is no message ${request.messageId}.`);
  const button = findButton(message, request.customId);
  if (!button) throw new ControlError(404, 'The message has no such button.');
  if (button.disabled) throw new ControlError(409, 'The button is disabled.');
  const data: APIMessageButtonInteractionData & { id: number | undefined } = {
    id: button.id,
    custom_id: button.custom_id,
    component_type: ComponentType.Button,
  };
  return startInteraction(state, player, channel, { type: InteractionType.MessageComponent, data, message });
}

function findButton(message: APIMessage, customId: string): APIButtonComponentWithCustomId | undefined {
  for (const row of message.components ?? []) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const component of row.components) {
      if (component.type !== ComponentType.Button || !('custom_id' in component)) continue;
      if (component.custom_id === customId) return component;
    }
  }
  return undefined;
}
