import type { ConversationsState } from '../conversations/conversations-state';
import type { Conversation } from '../conversations/records';
import { conversationViews } from './conversation-views';
import type { CollectionView, DocumentView } from './sync-view';
import { userViews } from './user-views';

/**
 * What the state looks like as Sync objects: nothing is kept twice. The names are Conversations' own.
 * @returns `forbidden` where the identity may not look.
 */
export function findSyncView(
  state: ConversationsState,
  name: string,
  identity: string,
): DocumentView | CollectionView | 'forbidden' | undefined {
  const [, conversationSid = '', part = ''] = /^(CH[0-9a-f]{32})\.(channel|messages|roster)$/.exec(name) ?? [];
  if (conversationSid) return conversationView(state.conversation(conversationSid), part, identity);
  const [, collection, owner = ''] = /^(my_conversations|user_info)_(.+)$/s.exec(name) ?? [];
  const user = state.user(owner);
  if (!user) return undefined;
  if (collection === 'user_info') return userViews.info(user);
  return owner === identity ? userViews.myConversations(user) : 'forbidden';
}

function conversationView(conversation: Conversation | undefined, part: string, identity: string) {
  if (!conversation) return undefined;
  if (!conversation.participantsByIdentity.has(identity)) return 'forbidden';
  if (part === 'channel') return conversationViews.document(conversation);
  return part === 'messages' ? conversationViews.messages(conversation) : conversationViews.roster(conversation);
}
