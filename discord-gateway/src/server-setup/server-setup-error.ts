/** Why a server cannot be set up. The message says what happened and what to do. */
export class ServerSetupError extends Error {
  constructor(
    readonly code:
      | 'invalid-config'
      | 'bad-token'
      | 'not-in-server'
      | 'unknown-role'
      | 'unknown-channel'
      | 'ambiguous-name',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ServerSetupError';
  }
}
