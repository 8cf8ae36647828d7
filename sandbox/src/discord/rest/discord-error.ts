import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** Where in the body a mistake is, nested like the body itself. */
export interface FieldErrors {
  [field: string]: FieldErrors | { code: string; message: string }[];
}

/**
 * An answer that Discord gives instead of doing what it was asked.
 * https://discord.com/developers/docs/reference#error-messages
 */
export class DiscordError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors?: FieldErrors,
  ) {
    super(message);
    this.name = 'DiscordError';
  }

  toJSON(): Record<string, unknown> {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

export const discordErrors = {
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  invalidForm: (errors: FieldErrors) =>
    new DiscordError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', errors),
  invalidJson: () =>
    new DiscordError(400, RESTJSONErrorCodes.RequestBodyContainsInvalidJSON, 'The request body contains invalid JSON.'),
  entityTooLarge: () => new DiscordError(413, RESTJSONErrorCodes.RequestEntityTooLarge, 'Request entity too large'),
  unknownApplication: () => new DiscordError(404, RESTJSONErrorCodes.UnknownApplication, 'Unknown Application'),
  unknownChannel: () => new DiscordError(404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, RESTJSONErrorCodes.UnknownGuild, 'Unknown Guild'),
  unknownMember: () => new DiscordError(404, RESTJSONErrorCodes.UnknownMember, 'Unknown Member'),
  unknownMessage: () => new DiscordError(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message'),
  unknownUser: () => new DiscordError(404, RESTJSONErrorCodes.UnknownUser, 'Unknown User'),
  unknownWebhook: () => new DiscordError(404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook'),
  unknownInteraction: () => new DiscordError(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction'),
  alreadyAcknowledged: () =>
    new DiscordError(
      400,
      RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
    ),
  invalidWebhookToken: () => new DiscordError(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token'),
  missingAccess: () => new DiscordError(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access'),
  missingPermissions: () => new DiscordError(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions'),
  tooManyChannels: () =>
    new DiscordError(
      400,
      RESTJSONErrorCodes.MaximumNumberOfGuildChannelsReached,
      'Maximum number of server channels reached (500)',
    ),
  tooManyPins: () =>
    new DiscordError(
      400,
      RESTJSONErrorCodes.MaximumNumberOfPinsReachedForTheChannel,
      'Maximum number of pins reached (250)',
    ),
  wrongChannelType: () =>
    new DiscordError(
      400,
      RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
      'Cannot execute action on this channel type',
    ),
  emptyMessage: () =>
    new DiscordError(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  notOnThisChannel: () =>
    new DiscordError(403, RESTJSONErrorCodes.CannotExecuteActionOnDMChannel, 'Cannot execute action on a DM channel'),
  notTheAuthor: () =>
    new DiscordError(
      403,
      RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
      'Cannot edit a message authored by another user',
    ),
  noMutualServer: () =>
    new DiscordError(403, 50_278, 'Cannot send messages to this user due to having no mutual guilds'),
  opensDmsTooFast: () =>
    new DiscordError(400, RESTJSONErrorCodes.OpeningDirectMessagesTooFast, 'You are opening direct messages too fast'),
  cannotMessageUser: () =>
    new DiscordError(403, RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'Cannot send messages to this user'),
};
