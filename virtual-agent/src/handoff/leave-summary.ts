import { createHash } from 'node:crypto';
import { insertNote } from '@discord-channel/case-management';
import { virtualAgentAuthor } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';
import { readMemory } from '../store/read-memory';
import { summariseTurns } from './summarise-turns';

/** Leaves a note on the case of what was asked, shown and of help before; once for the same turns. */
export async function leaveSummary(
  transaction: Queryable,
  { conversationSid, caseId }: { conversationSid: string; caseId: string },
): Promise<void> {
  const text = summariseTurns(await readMemory(transaction, conversationSid));
  if (text === undefined) return;
  await insertNote(transaction, {
    caseId,
    noteId: uuidOf(`${conversationSid}\n${text}`),
    text,
    actor: { kind: 'system', id: 'virtual-agent', name: virtualAgentAuthor },
  });
}

/** The same for the same words: a name-based UUID, version 8 of RFC 9562. */
function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
