import { describeError } from './describe-error';
import { censored, privateFields } from './private-fields';

const hidden = new Set(privateFields.map((name) => name.toLowerCase()));
const deepest = 5;

/** A log line's fields as they may be written: errors described, private fields censored, at every depth. */
export function safeFields(fields: Record<string, unknown>): Record<string, unknown> {
  return safeObject(fields, 0);
}

function safeObject(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      hidden.has(name.toLowerCase()) ? censored : safeValue(value, depth + 1),
    ]),
  );
}

function safeValue(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > deepest || Buffer.isBuffer(value)) return censored;
  return Array.isArray(value) ? value.map((one) => safeValue(one, depth + 1)) : safeObject(value, depth);
}
