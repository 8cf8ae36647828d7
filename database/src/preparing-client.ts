import type { Duplex } from 'node:stream';
import { Client } from 'pg';

const names = new Map<string, string>();
const everyColumn = /\b(select|returning) \*|\w\.\*/i;

/**
 * A client whose statements with values are prepared, so that Postgres parses and plans each once per connection: half
 * of what a small query costs. A statement that reads `*` is left alone: a migration that adds a column would change what
 * it returns, and Postgres refuses a prepared statement then.
 */
export class PreparingClient extends Client {
  // The overloads of `query` cannot be overridden one by one; what is not a text with values passes unchanged.
  override query = ((...parameters: unknown[]) => {
    collectWrites(this.connection.stream);
    const [text, values, ...others] = parameters;
    const send = Client.prototype.query as (...all: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values) || everyColumn.test(text)) {
      return send.apply(this, parameters);
    }
    return send.call(this, { name: nameOf(text), text, values }, ...others);
  }) as Client['query'];
}

/**
 * What is asked for in one turn goes to Postgres in one piece, so that it is woken once. Without it each pipelined
 * statement is a write of its own.
 */
function collectWrites(stream: Duplex): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Texts are literals of the code, so there are few. */
function nameOf(text: string): string {
  const known = names.get(text) ?? `statement_${names.size}`;
  names.set(text, known);
  return known;
}
