import { type PlayerMessageAttributes, snowflake, uncarriedContent } from '@discord-channel/contracts';
import type { APIMessageComponentButtonInteraction } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { cleanText, limitBytes } from './clean-text';
import { isInvisible } from './is-invisible';
import { type MessageContent, nameUncarried } from './name-uncarried';
import { type PlayerFile, readFiles } from './player-file';

/** The longest body of a message in Conversations, in bytes. */
const maxBodyBytes = 32 * 1_024;

/** What a player said, as it is stored and as Conversations takes it. */
export const playerMessage = z.object({
  /** Snowflake of the message or, for a press, of the interaction. */
  discordId: snowflake,
  body: z.string().min(1),
  customId: z.string().optional(),
  uncarried: z.array(uncarriedContent).optional(),
});
export type PlayerMessage = z.infer<typeof playerMessage>;

/** A player's message with its files. Without a body it is nothing but these. */
export interface WrittenMessage extends PlayerMessage {
  files?: readonly PlayerFile[];
}

/**
 * A Discord message in the terms of Conversations: its text, then one line for each thing that is not carried yet,
 * and beside it the files, which are messages of their own there.
 */
export function fromMessage(message: MessageContent & { id: string }): WrittenMessage {
  const named = nameUncarried(message);
  const text = cleanText(message.content);
  const body = [...(isInvisible(text) ? [] : [text]), ...named.map(({ line }) => line)].join('\n');
  const uncarried = [...new Set(named.map(({ kind }) => kind))];
  const files = readFiles(message.id, message.attachments ?? [], { hasText: body !== '' });
  return {
    discordId: message.id,
    body: limitBytes(body, maxBodyBytes),
    ...(uncarried.length > 0 && { uncarried }),
    ...(files.length > 0 && { files }),
  };
}

/** The press of a button in the terms of Conversations: the player says what the button said. */
export function fromPress(interaction: PressedButton): PlayerMessage {
  const { custom_id: customId } = interaction.data;
  return { discordId: interaction.id, customId, body: labelOf(interaction) ?? '[pressed a button]' };
}

/** The attributes that mark a message as this player's, and by which it is found again. */
export function attributesOf({
  discordId,
  part,
  customId,
  uncarried,
}: Omit<PlayerMessage, 'body'> & { part?: number }): PlayerMessageAttributes {
  return { origin: 'player', discord: { messageId: discordId, ...(part && { part }), customId, uncarried } };
}

export type PressedButton = Pick<APIMessageComponentButtonInteraction, 'id' | 'data' | 'message'>;

function labelOf({ data, message }: PressedButton): string | undefined {
  for (const row of message.components ?? []) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const component of row.components) {
      if (
        component.type === ComponentType.Button &&
        'custom_id' in component &&
        component.custom_id === data.custom_id
      ) {
        return cleanText(component.label ?? '') || undefined;
      }
    }
  }
  return undefined;
}
