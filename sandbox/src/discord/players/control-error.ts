/** Something that a player cannot do. The message says why in plain words; `status` is the HTTP status of the control route. */
export class ControlError extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409,
    message: string,
  ) {
    super(message);
    this.name = 'ControlError';
  }
}
