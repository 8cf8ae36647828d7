import { unreadCount } from '../../conversations/commands/move-read-horizon';
import type { Conversations } from '../../conversations/create-conversations';
import type { Conversation, Participant } from '../../conversations/records';
import { conversationBody } from '../../conversations/rest/resources';
import { objectNames } from '../object-names';

const api = 'https://aim.us1.twilio.com/Client/v1';
const mediaApi = 'https://mcs.us1.twilio.com/v1/Services';

/** What the SDK asks first: where everything is. Read from `configuration.js` of @twilio/conversations. */
export function clientConfiguration(identity: string, { chatServiceSid }: Conversations) {
  const user = `${api}/Users/${encodeURIComponent(identity)}`;
  return {
    identity,
    links: {
      my_conversations: `${user}/Conversations`,
      conversations: `${api}/Conversations`,
      users: `${api}/Users`,
      current_user: user,
      typing: `${api}/Typing`,
      media_service: `${mediaApi}/${chatServiceSid}/Media`,
      media_set_service: `${mediaApi}/${chatServiceSid}/MediaSet`,
      messages_receipts: `${api}/Conversations/%s/Messages/%s/Receipts`,
    },
    options: {
      media_attachments_count_limit: 10,
      media_attachment_size_limit_in_mb: 16,
      media_attachments_total_size_limit_in_mb: 160,
      email_histories_allowed_mime_types: ['text/plain'],
      email_bodies_allowed_mime_types: ['text/plain', 'text/html'],
      user_infos_to_subscribe: 100,
      reachability_enabled: false,
      http_cache_interval: 'PT5S',
      consumption_report_interval: 'PT5S',
    },
    sync_objects: {
      my_user_info: objectNames.userInfo(identity),
      my_conversations: objectNames.myConversations(identity),
    },
  };
}

export function clientConversationBody(conversation: Conversation, conversations: Conversations) {
  const url = `${api}/Conversations/${conversation.sid}`;
  return {
    ...conversationBody(conversation, conversations),
    created_by: conversation.createdBy,
    messages_count: conversation.messages.size,
    participants_count: conversation.participants.size,
    sync_objects: {
      conversation: objectNames.conversation(conversation.sid),
      messages: objectNames.messages(conversation.sid),
    },
    url,
    links: { messages: `${url}/Messages`, participants: `${url}/Participants` },
  };
}

/** A conversation as its participant sees it. */
export function membershipBody(
  { conversation, participant }: { conversation: Conversation; participant: Participant },
  conversations: Conversations,
) {
  return {
    ...clientConversationBody(conversation, conversations),
    conversation_sid: conversation.sid,
    status: 'joined',
    notification_level: 'default',
    last_read_message_index: participant.lastReadMessageIndex,
    unread_messages_count: unreadCount(conversation, participant),
  };
}
