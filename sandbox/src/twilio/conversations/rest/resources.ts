import type { MessageMedia } from '../../ports';
import type { Conversation, Membership, Message, Participant, ScopedWebhook, Timers, User } from '../records';
import type { AccountSids } from '../webhooks/webhook-fields';

export const conversationsHost = 'conversations.twilio.com';
export const restBase = `https://${conversationsHost}/v1`;

/** REST answers carry whole seconds; webhooks and SDKs get milliseconds. */
function wholeSeconds(timestamp: string): string {
  return timestamp.replace(/\.\d{3}Z$/, 'Z');
}

function dates(record: { dateCreated: string; dateUpdated: string }) {
  return { date_created: wholeSeconds(record.dateCreated), date_updated: wholeSeconds(record.dateUpdated) };
}

function timersBody({ inactive, closed }: Timers): Record<string, string> {
  return { ...(inactive !== null && { inactive }), ...(closed !== null && { closed }) };
}

export function conversationBody(conversation: Conversation, account: AccountSids) {
  const url = `${restBase}/Conversations/${conversation.sid}`;
  return {
    sid: conversation.sid,
    account_sid: account.accountSid,
    chat_service_sid: account.chatServiceSid,
    messaging_service_sid: null,
    friendly_name: conversation.friendlyName,
    unique_name: conversation.uniqueName,
    attributes: conversation.attributes,
    state: conversation.state,
    timers: timersBody(conversation.timers),
    bindings: {},
    ...dates(conversation),
    url,
    links: { participants: `${url}/Participants`, messages: `${url}/Messages`, webhooks: `${url}/Webhooks` },
  };
}

export function participantBody(conversation: Conversation, participant: Participant, account: AccountSids) {
  return {
    sid: participant.sid,
    account_sid: account.accountSid,
    conversation_sid: conversation.sid,
    identity: participant.identity,
    attributes: participant.attributes,
    messaging_binding: null,
    role_sid: participant.roleSid,
    last_read_message_index: participant.lastReadMessageIndex,
    last_read_timestamp: participant.lastReadTimestamp,
    ...dates(participant),
    url: `${restBase}/Conversations/${conversation.sid}/Participants/${participant.sid}`,
  };
}

/** A file as a message's resource and the SDKs' lists describe it. */
export function mediaDescription({ sid, filename, contentType, category, size }: MessageMedia) {
  return { sid, filename, content_type: contentType, category, size };
}

export function messageBody(conversation: Conversation, message: Message, account: AccountSids) {
  const url = `${restBase}/Conversations/${conversation.sid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: account.accountSid,
    conversation_sid: conversation.sid,
    index: message.index,
    author: message.author,
    body: message.body,
    media: message.media.length > 0 ? message.media.map(mediaDescription) : null,
    attributes: message.attributes,
    participant_sid: message.participantSid,
    delivery: null,
    content_sid: null,
    ...dates(message),
    url,
    links: { delivery_receipts: `${url}/Receipts` },
  };
}

export function webhookBody(conversation: Conversation, webhook: ScopedWebhook, account: AccountSids) {
  const { target } = webhook;
  return {
    sid: webhook.sid,
    account_sid: account.accountSid,
    conversation_sid: conversation.sid,
    target: target.kind,
    configuration:
      target.kind === 'webhook'
        ? { url: target.url, method: 'POST', filters: [...target.filters] }
        : { flow_sid: target.flowSid, ...(target.replayAfter !== null && { replay_after: target.replayAfter }) },
    ...dates(webhook),
    url: `${restBase}/Conversations/${conversation.sid}/Webhooks/${webhook.sid}`,
  };
}

export function userBody(user: User, account: AccountSids) {
  const url = `${restBase}/Users/${user.sid}`;
  return {
    sid: user.sid,
    account_sid: account.accountSid,
    chat_service_sid: account.chatServiceSid,
    role_sid: user.roleSid,
    identity: user.identity,
    friendly_name: user.friendlyName,
    attributes: user.attributes,
    is_online: null,
    is_notifiable: null,
    ...dates(user),
    url,
    links: { user_conversations: `${url}/Conversations` },
  };
}

export function participantConversationBody(user: User, membership: Membership, account: AccountSids) {
  const { conversation, participant } = membership;
  return {
    account_sid: account.accountSid,
    chat_service_sid: account.chatServiceSid,
    participant_sid: participant.sid,
    participant_user_sid: user.sid,
    participant_identity: user.identity,
    participant_messaging_binding: null,
    conversation_sid: conversation.sid,
    conversation_unique_name: conversation.uniqueName,
    conversation_friendly_name: conversation.friendlyName,
    conversation_attributes: conversation.attributes,
    conversation_date_created: wholeSeconds(conversation.dateCreated),
    conversation_date_updated: wholeSeconds(conversation.dateUpdated),
    conversation_created_by: conversation.createdBy,
    conversation_state: conversation.state,
    conversation_timers: timersBody(conversation.timers),
    links: {
      participant: `${restBase}/Conversations/${conversation.sid}/Participants/${participant.sid}`,
      conversation: `${restBase}/Conversations/${conversation.sid}`,
    },
  };
}
