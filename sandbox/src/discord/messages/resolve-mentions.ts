import type { APIUser } from 'discord-api-types/v10';
import type { DiscordState } from '../state/discord-state';
import type { AllowedMentionsBody } from './message-body';

export interface ResolvedMentions {
  mentions: APIUser[];
  mention_everyone: boolean;
}

/**
 * Whom a message pings. Without `allowed_mentions` everybody whom the text names; with it, only what it allows:
 * `parse` for whole kinds, `users` for single ones. https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function resolveMentions(
  state: DiscordState,
  content: string,
  allowed: AllowedMentionsBody | null | undefined,
): ResolvedMentions {
  const allowsKind = (kind: 'users' | 'everyone') => !allowed || (allowed.parse?.includes(kind) ?? false);
  const mentions = new Map<string, APIUser>();
  for (const [, id = ''] of content.matchAll(/<@!?(\d{15,20})>/g)) {
    const user = state.user(id);
    if (user && (allowsKind('users') || allowed?.users?.includes(id))) mentions.set(id, user);
  }
  return {
    mentions: [...mentions.values()],
    mention_everyone: allowsKind('everyone') && /@(everyone|here)\b/.test(content),
  };
}
