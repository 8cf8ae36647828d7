import { invalidParameter } from '../rest/twilio-rest-error';

/**
 * Compiles a TaskRouter expression: `attribute == "text"` or `!=`, also with numbers and booleans, joined by AND and
 * OR (AND binds stronger). Attributes may be paths (`case.number`). TaskRouter knows more; what is beyond this is
 * refused rather than guessed. https://www.twilio.com/docs/taskrouter/expression-syntax
 * @throws TwilioRestError for an expression outside this subset.
 */
export function compileTaskExpression(expression: string): (attributes: unknown) => boolean {
  const alternatives = splitOutsideQuotes(expression, 'OR').map((alternative) =>
    splitOutsideQuotes(alternative, 'AND').map(compileComparison),
  );
  return (attributes) => alternatives.some((comparisons) => comparisons.every((matches) => matches(attributes)));
}

function compileComparison(text: string): (attributes: unknown) => boolean {
  const match = /^\s*([A-Za-z_][\w.]*)\s*(==|!=|=)\s*("[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|true|false)\s*$/.exec(text);
  if (!match) throw invalidParameter(`Cannot evaluate the task attributes expression "${text.trim()}"`);
  const [, path = '', operator, literal = ''] = match;
  const expected = /^["']/.test(literal) ? literal.slice(1, -1) : JSON.parse(literal);
  return (attributes) => (valueAt(attributes, path) === expected) === (operator !== '!=');
}

function splitOutsideQuotes(text: string, word: 'AND' | 'OR'): string[] {
  const parts = [''];
  for (const token of text.match(/"[^"]*"|'[^']*'|\s+|[^\s"']+/g) ?? []) {
    if (token.toUpperCase() === word) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

function valueAt(attributes: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], attributes);
}
