/** Names of fields that hold what people wrote, credentials, or a whole request: none of them is ever logged. */
export const privateFields = [
  'attributes',
  'authToken',
  'authorization',
  'body',
  'config',
  'content',
  'cookie',
  'data',
  'email',
  'emailAddress',
  'headers',
  'password',
  'payload',
  'rawBody',
  'rawError',
  'request',
  'requestBody',
  'response',
  'secret',
  'text',
  'token',
] as const;

export const censored = '[redacted]';
