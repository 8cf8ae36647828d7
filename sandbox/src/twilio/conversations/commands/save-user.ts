import { newSid } from '../../rest/new-sid';
import { checkAttributes, checkIdentity, limits } from '../check-values';
import type { User } from '../records';
import { type CommandContext, timestamp } from './context';

/** Role of every user: the sandbox knows no others. */
const userRoleSid = `RL${'1'.padStart(32, '0')}`;

export interface UserValues {
  friendlyName?: string | undefined;
  attributes?: string | undefined;
}

/** The user of an identity, made on first sight: by joining a conversation, by connecting, or by REST. */
export function ensureUser(context: CommandContext, identity: string): User {
  const existing = context.state.user(identity);
  if (existing) return existing;
  const now = timestamp(context);
  const eventId = context.state.nextEventId();
  const user: User = {
    sid: newSid('US'),
    identity: checkIdentity(identity),
    friendlyName: null,
    attributes: '{}',
    roleSid: userRoleSid,
    dateCreated: now,
    dateUpdated: now,
    memberships: new Map(),
    leftConversations: [],
    addedEventId: eventId,
    eventId,
  };
  context.state.keepUser(user);
  return user;
}

/** Replaces what is given. @throws TwilioRestError 50304 for attributes that are not JSON. */
export function updateUser(context: CommandContext, user: User, values: UserValues): User {
  const attributes =
    values.attributes === undefined ? user.attributes : checkAttributes(values.attributes, limits.userAttributes);
  user.attributes = attributes;
  user.friendlyName = values.friendlyName ?? user.friendlyName;
  user.dateUpdated = timestamp(context);
  user.eventId = context.state.nextEventId();
  context.changes.publish({ kind: 'user-updated', user });
  return user;
}
