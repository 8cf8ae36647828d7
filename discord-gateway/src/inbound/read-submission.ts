import type { CDN } from '@discordjs/rest';
import { type APIModalSubmitInteraction, ComponentType } from 'discord-api-types/v10';
import { formIdPrefix } from '../discord/form-id';
import { toPlayer } from '../discord/player';
import { cleanText } from './clean-text';
import type { DispatchMeaning } from './read-dispatch';

/** Reads what was handed in with the form of a command: a call of that command, with the fields as its options. */
export function readSubmission(interaction: APIModalSubmitInteraction, cdn: CDN): DispatchMeaning {
  const user = interaction.member?.user ?? interaction.user;
  const { custom_id: customId } = interaction.data;
  if (!user || !customId.startsWith(formIdPrefix)) return { kind: 'nothing' };
  return {
    kind: 'command',
    isSubmission: true,
    call: {
      interactionId: interaction.id,
      token: interaction.token,
      name: customId.slice(formIdPrefix.length),
      guildId: interaction.guild_id ?? null,
      options: readFields(interaction),
      player: toPlayer(user, cdn, interaction.locale),
    },
  };
}

/** What was written and chosen, by the name of its field. A field that was left out has none. */
function readFields({ data }: APIModalSubmitInteraction): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const label of data.components) {
    if (label.type !== ComponentType.Label) continue;
    const { component } = label;
    if (component.type === ComponentType.TextInput) fields[component.custom_id] = cleanText(component.value);
    if (component.type === ComponentType.StringSelect && component.values[0] !== undefined) {
      fields[component.custom_id] = cleanText(component.values[0]);
    }
  }
  return fields;
}
