import { invalidParameter } from '../../rest/twilio-rest-error';

/** The fields of a form or query, each read for what it must be. */
export class Form {
  constructor(private readonly values: Readonly<Record<string, string>>) {}

  text(field: string): string | undefined {
    return this.values[field];
  }

  /** @throws TwilioRestError 20001 if the field is missing or empty. */
  required(field: string): string {
    const value = this.values[field];
    if (!value) throw invalidParameter(`Missing required parameter ${field}`);
    return value;
  }

  /** @throws TwilioRestError 20001 unless the field is left out or one of `choices`. */
  choice<Choice extends string>(field: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.values[field];
    if (value === undefined) return undefined;
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw invalidParameter(`${field} must be one of ${choices.join(', ')}`);
    return chosen;
  }

  /** @throws TwilioRestError 20001 unless the field is left out or a whole number. */
  wholeNumber(field: string): number | undefined {
    const value = this.values[field];
    if (value === undefined) return undefined;
    if (!/^\d{1,9}$/.test(value)) throw invalidParameter(`${field} must be a whole number`);
    return Number(value);
  }
}
