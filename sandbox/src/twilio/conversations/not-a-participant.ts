import { TwilioRestError } from '../rest/twilio-rest-error';

/** 50430: an SDK client reached for a conversation that it is not part of. */
export function notAParticipant(conversationSid: string): TwilioRestError {
  return new TwilioRestError(403, 50430, `Participant is not a member of conversation ${conversationSid}`);
}
