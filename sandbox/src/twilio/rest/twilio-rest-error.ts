/** A refusal in the shape that every Twilio REST API answers with. https://www.twilio.com/docs/usage/twilios-response#errors */
export class TwilioRestError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'TwilioRestError';
  }

  get body() {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}

/** 20404: there is no such resource, or no such route. */
export function notFound(path: string): TwilioRestError {
  return new TwilioRestError(404, 20404, `The requested resource ${path} was not found`);
}

/** 20001: a parameter is missing, unknown or wrong. */
export function invalidParameter(message: string): TwilioRestError {
  return new TwilioRestError(400, 20001, message);
}
