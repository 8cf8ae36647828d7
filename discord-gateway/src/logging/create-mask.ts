import { censored } from './private-fields';

/** Shapes of secrets and of e-mail addresses, and what is left of them. Each is bounded: a line may be hostile. */
const shapes: readonly [RegExp, string][] = [
  // The user and password of a URL.
  [/:\/\/[^\s/@"]{1,300}@/g, `://${censored}@`],
  // The tokens of interactions and webhooks, in the paths of Discord's API.
  [/\b(webhooks|interactions)\/(\d{1,20})\/[\w.-]{8,400}/g, `$1/$2/${censored}`],
  [/\b(Bot|Bearer|Basic) [\w.~+/=-]{16,2000}/g, `$1 ${censored}`],
  // A JSON Web Token, and a bot's token.
  [/\beyJ[\w-]{8,2000}\.[\w-]{1,4000}\.[\w-]{1,1000}/g, censored],
  [/\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,60}/g, censored],
  [/[^\s"'<>@:,;()[\]\\]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, '[e-mail]'],
];

/**
 * Makes the last look at each line before it is written, whatever put a secret into it: the secrets that the worker
 * knows by their value, all else by its shape.
 */
export function createMask(secrets: readonly string[]): (line: string) => string {
  const known = [...new Set(secrets.flatMap(spellings))].filter((secret) => secret.length >= 6);
  return (line) => {
    let masked = line;
    for (const secret of known) masked = masked.replaceAll(secret, censored);
    for (const [shape, left] of shapes) masked = masked.replace(shape, left);
    return masked;
  };
}

/** As it is, as JSON spells it, and as a URL does. */
function spellings(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}
