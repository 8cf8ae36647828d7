import { decodeButtonAction, parseMessageAttributes } from '@discord-channel/contracts';
import type { ConversationMessage } from '../ports';
import { asksForAgent } from './agent-request';
import { readSmallTalk, type SmallTalk } from './read-small-talk';

/** More than the subject of a case can hold is of no use. In UTF-16 units. */
const maxTopicLength = 400;

/** What a player's message wants of the virtual agent. */
export type Turn =
  /** In words, or by the button (null). */
  | { kind: 'agent-request'; text: string | null }
  | { kind: 'show-article'; articleId: string }
  | { kind: 'helped'; articleId: string }
  | { kind: 'something-else'; articleId: string }
  | { kind: 'question'; text: string }
  | { kind: SmallTalk; text: string }
  /** Nothing to search for: only a picture, or a button that we do not know (a forged or an outdated one). */
  | { kind: 'unreadable' };

/** Reads a message of the player. Its attributes may be trusted as far as its author is known to be the player. */
export function readTurn(message: ConversationMessage): Turn {
  const attributes = parseMessageAttributes(message.attributes);
  const discord = attributes?.origin === 'player' ? attributes.discord : undefined;
  if (discord?.customId !== undefined) {
    const action = decodeButtonAction(discord.customId);
    if (action?.kind === 'request-agent') return { kind: 'agent-request', text: null };
    return action ?? { kind: 'unreadable' };
  }
  const text = discord?.uncarried ? withoutNamedContent(message.body) : message.body.trim();
  if (text === '') return { kind: 'unreadable' };
  if (asksForAgent(text)) return { kind: 'agent-request', text };
  return { kind: readSmallTalk(text) ?? 'question', text };
}

/** Takes the lines away that name what a message held beside its text: "[picture: cat.png — not carried yet]". */
function withoutNamedContent(body: string): string {
  const lines = body.split('\n');
  while (/^\[.*\]$/.test(lines.at(-1)?.trim() ?? '')) lines.pop();
  return lines.join('\n').trim();
}

/** What a conversation is about, as far as this turn tells: the beginning of the player's own words. */
export function topicOf(turn: Turn): string | null {
  const text = turn.kind === 'question' || turn.kind === 'agent-request' ? turn.text : null;
  // Postgres takes every character in text but NUL.
  return text === null ? null : text.replaceAll('\u0000', ' ').slice(0, maxTopicLength);
}
