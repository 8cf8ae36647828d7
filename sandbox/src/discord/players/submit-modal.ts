import {
  type APIModalSubmission,
  ComponentType,
  InteractionType,
  type ModalSubmitLabelComponent,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { ModalBody } from '../interactions/modal-body';
import { startInteraction } from '../interactions/start-interaction';
import type { DiscordState } from '../state/discord-state';
import type { InteractionRecord, PlayerRecord } from '../state/records';
import { ControlError } from './control-error';
import { findChannelOf } from './find';

/** A modal as a player hands it in: by the `custom_id` of its fields a text, or the chosen values of a list. */
export const submitModalRequest = z.strictObject({
  /** The interaction that was answered with the modal. */
  interactionId: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});
export type SubmitModalRequest = z.infer<typeof submitModalRequest>;

type Label = ModalBody['components'][number];

/** @throws ControlError where Discord's client would not submit: no such modal, a field missing, too long or not offered. */
export function submitModal(state: DiscordState, player: PlayerRecord, request: SubmitModalRequest): InteractionRecord {
  const shownBy = state.interactions.get(request.interactionId);
  if (shownBy?.modal === undefined || shownBy.playerId !== player.user.id) {
    throw new ControlError(404, `Interaction ${request.interactionId} shows this player no modal.`);
  }
  const { custom_id, components } = shownBy.modal;
  for (const name of Object.keys(request.values)) {
    if (!components.some(({ component }) => component.custom_id === name)) {
      throw new ControlError(400, `The modal has no field ${name}.`);
    }
  }
  const data: APIModalSubmission = {
    custom_id,
    components: components.map((label) => fill(label, request.values[label.component.custom_id])),
  };
  const channel = findChannelOf(state, player, shownBy.channelId);
  return startInteraction(state, player, channel, { type: InteractionType.ModalSubmit, data }, shownBy.id);
}

function fill(label: Label, given: string | string[] | undefined): ModalSubmitLabelComponent {
  const { component } = label;
  const common = { id: component.id ?? 0, custom_id: component.custom_id };
  const refuse = (why: string) => new ControlError(400, `${label.label}: ${why}`);
  const required = component.required ?? true;
  if (component.type === ComponentType.TextInput) {
    const value = given ?? '';
    if (typeof value !== 'string') throw refuse('is a text.');
    if (required && value === '') throw refuse('is needed.');
    if (value.length > (component.max_length ?? 4_000)) throw refuse('is too long.');
    if (value !== '' && value.length < (component.min_length ?? 0)) throw refuse('is too short.');
    return { type: ComponentType.Label, id: label.id ?? 0, component: { ...common, type: component.type, value } };
  }
  const values = given ?? [];
  if (typeof values === 'string') throw refuse('is a list.');
  if (values.some((value) => !component.options.some((option) => option.value === value))) {
    throw refuse('does not offer that.');
  }
  const fewest = required ? Math.max(1, component.min_values ?? 1) : 0;
  if (values.length < fewest) throw refuse('is needed.');
  if (values.length > (component.max_values ?? 1)) throw refuse('takes fewer.');
  return { type: ComponentType.Label, id: label.id ?? 0, component: { ...common, type: component.type, values } };
}
