import type { z } from 'zod';

/** Something is wrong with the environment. The message names each variable, what it must be and where to find it. */
export class EnvironmentError extends Error {
  readonly code = 'invalid-environment';
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/**
 * Reads variables once into a typed object. Each field of the schema carries a `describe()` that says what it is
 * and where to get it; `.env.example` is generated from the same descriptions.
 * @throws EnvironmentError naming every variable that is missing or wrong, never a value.
 */
export function readEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data as z.infer<Schema>;
  throw new EnvironmentError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const missing = present[name] === undefined;
      const description = schema.shape[name]?.description ?? '';
      return `${name} ${missing ? 'is missing' : `is not valid: ${issue.message}`}. ${description}`.trim();
    }),
  );
}
