import { type PostgresFrame, readTexts } from './postgres-frames';

/** How much of what a transaction says is kept to recognise it by. */
const keptText = 20_000;
const writes = /\b(insert\s+into|update|delete\s+from)\b/i;

/** What a client asks for with one message or with several that are answered together. */
export interface Asked {
  /** It is a commit, or a write outside of a transaction, which is one, too. */
  commits: boolean;
  isCommit: boolean;
  writes: boolean;
  isInTransaction: boolean;
  /** Something of this transaction was refused: Postgres would take nothing more of it. */
  hasFailed: boolean;
  /** All that was said in the transaction so far. */
  statements: string;
}

/** Follows a client's transactions by what it asks for: it does not wait until the server has told of the last step. */
export function createTransactionReader() {
  const prepared = new Map<string, string>();
  let isInTransaction = false;
  let hasFailed = false;
  let statements = '';

  function textOf({ type, body }: PostgresFrame): string {
    if (type === 'Q') return readTexts(body, 1)[0] ?? '';
    const [first = '', second = ''] = readTexts(body, 2);
    if (type === 'P') prepared.set(first, second);
    if (type === 'B') return prepared.get(second) ?? '';
    return '';
  }

  return {
    /** Takes what the client asks for next. */
    read(frames: readonly PostgresFrame[]): Asked {
      const text = frames.map(textOf).join(' ').trim();
      const isCommit = /^commit\b/i.test(text);
      const ends = isCommit || /^rollback\b/i.test(text);
      if (/^begin\b/i.test(text)) isInTransaction = true;
      statements = `${statements} ${text}`.slice(-keptText);
      const isWrite = writes.test(text);
      const asked = {
        commits: isCommit || (isWrite && !isInTransaction),
        isCommit,
        writes: isWrite,
        isInTransaction,
        hasFailed,
        statements,
      };
      if (ends) isInTransaction = false;
      if (!isInTransaction) {
        hasFailed = false;
        statements = '';
      }
      return asked;
    },
    /** What was read last is refused: the rest of its transaction is, too. */
    fail() {
      hasFailed = isInTransaction;
    },
  };
}
