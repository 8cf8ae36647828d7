import type { UncarriedContent } from '@discord-channel/contracts';
import { type APIMessage, MessageReferenceType } from 'discord-api-types/v10';
import { cleanText } from './clean-text';
import { isInvisible } from './is-invisible';

/** The parts of a message that may hold something beside text. */
export type MessageContent = Pick<
  APIMessage,
  'content' | 'attachments' | 'sticker_items' | 'poll' | 'message_reference'
>;

export interface NamedContent {
  kind: UncarriedContent;
  /** How the agent reads it in the transcript. */
  line: string;
}

const maxNameLength = 100;

/** What a message holds beside its text and files, in plain words for the agent: nothing is silently dropped. */
export function nameUncarried(message: MessageContent): NamedContent[] {
  const isForward = message.message_reference?.type === MessageReferenceType.Forward;
  const named: NamedContent[] = [
    ...(isForward ? [notCarried('forward', 'forwarded message')] : []),
    ...(message.sticker_items ?? []).map(({ name }) => notCarried('sticker', 'sticker', name)),
    ...(message.poll ? [notCarried('poll', 'poll', message.poll.question.text)] : []),
  ];
  if (named.length > 0 || (message.attachments ?? []).length > 0) return named;
  if (message.content === '') return [notCarried('other', 'content of an unknown kind')];
  return isInvisible(message.content) ? [notCarried('other', 'nothing that can be seen')] : [];
}

function notCarried(kind: UncarriedContent, what: string, name?: string): NamedContent {
  const called = name ? `: ${shorten(cleanText(name).replace(/\s+/g, ' '))}` : '';
  return { kind, line: `[${what}${called} — not carried yet]` };
}

function shorten(name: string): string {
  const characters = [...name];
  return characters.length <= maxNameLength ? name : `${characters.slice(0, maxNameLength - 1).join('')}…`;
}
