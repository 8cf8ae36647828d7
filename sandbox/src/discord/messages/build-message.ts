import {
  type APIAttachment,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIStickerItem,
  type APIUser,
  EmbedType,
  type MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { DiscordState } from '../state/discord-state';
import type { ActionRowBody } from './components-body';
import type { EmbedBody } from './embeds-body';
import type { CreateMessageBody } from './message-body';
import { resolveMentions } from './resolve-mentions';

export interface NewMessage {
  channelId: string;
  author: APIUser;
  body: CreateMessageBody;
  attachments?: APIAttachment[];
  stickers?: APIStickerItem[];
  /** What the answer to an interaction carries beside the body. */
  interaction?: Pick<
    APIMessage,
    'interaction' | 'interaction_metadata' | 'message_reference' | 'type' | 'application_id' | 'webhook_id'
  >;
}

/** A message as Discord answers and dispatches it. Nothing is stored yet. */
export function buildMessage(state: DiscordState, message: NewMessage): APIMessage {
  const { body } = message;
  const content = body.content ?? '';
  return {
    id: state.nextId(),
    channel_id: message.channelId,
    author: message.author,
    content,
    timestamp: state.clock.now().toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    ...resolveMentions(state, content, body.allowed_mentions),
    mention_roles: [],
    attachments: message.attachments ?? [],
    embeds: completeEmbeds(body.embeds ?? []),
    components: completeComponents(body.components ?? []),
    pinned: false,
    type: MessageType.Default,
    flags: (body.flags ?? 0) as MessageFlags,
    ...(body.nonce != null && { nonce: body.nonce }),
    ...(message.stickers?.length && { sticker_items: message.stickers }),
    ...message.interaction,
  };
}

export function completeEmbeds(embeds: readonly EmbedBody[]): APIMessage['embeds'] {
  return embeds.map((embed) => ({
    ...embed,
    type: EmbedType.Rich,
    ...(embed.fields && { fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })) }),
  }));
}

/** Discord numbers the components of a message from 1, in the order in which they stand. */
export function completeComponents(rows: readonly ActionRowBody[]): APIMessageTopLevelComponent[] {
  let last = 0;
  return rows.map((row) => {
    const id = row.id ?? ++last;
    const components = row.components.map((button) => ({ ...button, id: button.id ?? ++last }));
    return { ...row, id, components };
  }) as APIMessageTopLevelComponent[];
}

/** True for a body that would show as nothing at all. */
export function isEmpty(body: CreateMessageBody): boolean {
  return !body.content?.trim() && !body.embeds?.length && !body.components?.length;
}
