import type { z } from 'zod';
import { DiscordError, discordErrors, type FieldErrors } from './discord-error';

/** A field that the emulator does not carry. Discord may know it: the gap is recorded and the caller is told. */
export class UnknownFieldError extends DiscordError {
  constructor(readonly fields: readonly string[]) {
    super(400, 50_035, `The emulator does not know the field ${fields.join(', ')}`);
    this.name = 'UnknownFieldError';
  }
}

/**
 * Checks a body or query and answers it typed.
 * @throws DiscordError 50035 that names each wrong field as Discord does.
 * @throws UnknownFieldError for a field that the schema does not have.
 */
export function parseBody<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [],
  );
  if (unknown.length > 0) throw new UnknownFieldError(unknown);
  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) addError(errors, issue.path.map(String), describe(issue));
  throw discordErrors.invalidForm(errors);
}

function addError(errors: FieldErrors, path: readonly string[], error: { code: string; message: string }): void {
  let level = errors;
  for (const key of path) {
    const next = level[key];
    if (next === undefined || Array.isArray(next)) {
      const created: FieldErrors = {};
      level[key] = created;
      level = created;
    } else {
      level = next;
    }
  }
  const known = level._errors;
  level._errors = Array.isArray(known) ? [...known, error] : [error];
}

/** Discord's code and words for a mistake. https://discord.com/developers/docs/reference#error-messages */
function describe(issue: z.core.$ZodIssue): { code: string; message: string } {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'number'
        ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` }
        : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return issue.origin === 'number'
        ? { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` }
        : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: `Must be of type ${issue.expected}.` };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.map(String).join(', ')}}.` };
    case 'custom':
      return { code: String(issue.params?.code ?? 'BASE_TYPE_INVALID'), message: issue.message };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}
