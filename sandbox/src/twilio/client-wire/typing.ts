import type { Conversation } from '../conversations/records';
import type { Connections } from './connections';

/** How long a client shows that someone is writing. */
export const typingTimeoutSeconds = 5;

/** Tells the other participants that someone is writing: SDK clients only, with no webhook and no trace. */
export function createTyping(connections: Connections): (conversation: Conversation, identity: string) => void {
  return (conversation, identity) => {
    for (const participant of conversation.participants.values()) {
      if (participant.identity === null || participant.identity === identity) continue;
      for (const connection of connections.of(participant.identity)) {
        connection.notify('twilio.ipmsg.typing_indicator', {
          channel_sid: conversation.sid,
          identity,
          typing_timeout: typingTimeoutSeconds,
        });
      }
    }
  };
}
