/** A route that the emulator has and Twilio's OpenAPI files have not. */
export interface UndocumentedRoute {
  /** `METHOD host/path`, the path as the router writes it. */
  route: string;
  /** Who calls it, and where its shape was read. */
  source: string;
}

const flexUi = '@twilio/flex-ui 2.17.1';

/**
 * The emulated REST routes that are in no OpenAPI file: what Flex UI and its SDKs ask beside the public APIs, and what
 * Twilio's deploy tools upload. One that is listed here is checked against no file. A route that is neither documented
 * nor listed here keeps the emulator from starting.
 */
export const undocumentedRoutes: readonly UndocumentedRoute[] = [
  { route: 'GET flex-api.twilio.com/v1/Configuration/Public', source: `${flexUi}, before login` },
  {
    route: 'POST flex-api.twilio.com/v1/Accounts/:accountSid/Tokens/Info',
    source: `${flexUi}, who the token belongs to`,
  },
  {
    route: 'POST iam.twilio.com/v1/Accounts/:accountSid/Tokens/validate',
    source: 'twilio-flex-token-validator 1.6.0',
  },
  {
    route: 'GET flex-api.twilio.com/v3/Instances/:instanceSid/TransferSettings',
    source: `${flexUi}, which kinds of transfer agents have`,
  },
  {
    route: 'GET flex-api.twilio.com/v1/Instances/:instanceSid/Teams/Context',
    source: `${flexUi}, whether supervisors see their teams or everybody; \`Actions.fetchTeamsContextStatus\``,
  },
  { route: 'GET flex.twilio.com/api/v1/Session', source: `${flexUi}, features of the session` },
  { route: 'GET flex.twilio.com/api/v1/Features/:feature', source: `${flexUi}, features in beta` },
  { route: 'GET assets.flex.twilio.com/assets/countries.json', source: `${flexUi}, the dial pad` },
  { route: 'GET assets.flex.twilio.com/assets/flagPositions.json', source: `${flexUi}, the dial pad` },
  {
    route: 'POST event-bridge.twilio.com/v1/wschannels',
    source: 'twilio-taskrouter 2.1.1, which wraps its requests; each is listed under event-bridge',
  },
  { route: 'GET assets.twilio.com/public_assets/paste-fonts/:version/fonts.css', source: `${flexUi}, its page` },
  { route: 'GET media.twiliocdn.com/sdk/js/client/sounds/*', source: `${flexUi}, its page` },
  { route: 'GET status.twilio.com/api/v2/summary.json', source: `${flexUi}, its page` },
  {
    route: 'POST flex-api.twilio.com/v1/Configuration',
    source:
      'Twilio’s guide "Flex Configuration REST API" and flex-plugin-scripts 7.1.2; the file has it without a body',
  },
  {
    route: 'POST serverless-upload.twilio.com/v1/Services/:serviceSid/Functions/:resourceSid/Versions',
    source: 'Twilio’s guide to the Serverless API, "Create a Function Version"; @twilio-labs/serverless-api 5.7.0',
  },
  {
    route: 'POST serverless-upload.twilio.com/v1/Services/:serviceSid/Assets/:resourceSid/Versions',
    source: 'the same for an Asset; @twilio/flex-plugin-scripts 7.1.2',
  },
  {
    route: 'POST flex-plugin-upload.us1.twilio.com/v1/Plugin/Validate',
    source: '@twilio/flex-plugin-scripts 7.1.2, before it builds',
  },
  {
    route: 'POST mcs.us1.twilio.com/v1/Services/:service/Media',
    source: 'Twilio’s "Conversations Media Resource"; @twilio/mcs-client 0.6.13',
  },
  {
    route: 'GET mcs.us1.twilio.com/v1/Services/:service/Media/:media',
    source: 'Twilio’s "Conversations Media Resource"; @twilio/mcs-client 0.6.13',
  },
  { route: 'POST mcs.us1.twilio.com/v1/Services/:service/MediaSet', source: '@twilio/mcs-client 0.6.13' },
  {
    route: 'GET media.us1.twilio.com/:media',
    source: 'Twilio’s "Conversations Media Resource", `content_direct_temporary`',
  },
];

/** A field that Twilio's own tools send, that the service takes, and that its OpenAPI file has not. */
export interface UndocumentedField extends UndocumentedRoute {
  field: string;
}

export const undocumentedFields: readonly UndocumentedField[] = [
  {
    route: 'POST serverless.twilio.com/v1/Services/:serviceSid/Environments',
    field: 'FriendlyName',
    source: '@twilio-labs/serverless-api 5.7.0, for every environment that it makes',
  },
];
