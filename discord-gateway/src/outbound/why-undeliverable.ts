import { RESTJSONErrorCodes } from 'discord-api-types/v10';

const reasons: ReadonlyMap<number, string> = new Map([
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'The player does not accept direct messages from us.'],
  [
    RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
    'The player shares no Discord server with us any more.',
  ],
  [RESTJSONErrorCodes.UnknownChannel, 'The direct message channel does not exist any more.'],
  [RESTJSONErrorCodes.MissingAccess, 'We may not write to this player any more.'],
  [RESTJSONErrorCodes.RequestEntityTooLarge, 'A file is larger than Discord takes from us.'],
  [RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'The message is empty for Discord.'],
]);

/** Said when the fault is ours. */
export const notCarriedByUs =
  'Something on our side kept the message from being sent. Try again, or tell your operator.';

/** Why the player did not get a message, as the agent reads it on the bubble. `code` is Discord's. */
export function whyUndeliverable(code: number): string {
  return reasons.get(code) ?? `Discord did not accept the message (code ${code}).`;
}
