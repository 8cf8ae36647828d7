import { InteractionType } from 'discord-api-types/v10';
import { discordErrors } from '../rest/discord-error';
import type { InteractionRecord } from '../state/records';
import type { ModalBody } from './modal-body';

/**
 * The bot answers with a modal; its player's client opens it. Components are numbered as those of messages are.
 * @throws DiscordError 50035 for the submission of a modal: a modal cannot answer a modal.
 */
export function showModal(interaction: InteractionRecord, modal: ModalBody): void {
  if (interaction.api.type === InteractionType.ModalSubmit) {
    throw discordErrors.invalidForm({
      type: {
        _errors: [{ code: 'INTERACTION_MODAL_RESPONSE_INVALID', message: 'A modal cannot be the answer to a modal.' }],
      },
    });
  }
  let last = 0;
  interaction.modal = {
    ...modal,
    components: modal.components.map((label) => {
      const id = label.id ?? ++last;
      return { ...label, id, component: { ...label.component, id: label.component.id ?? ++last } };
    }),
  };
}
