import type {
  agentArticleAttributes,
  PresentedArticle,
  playerMessageAttributes,
  virtualAgentAuthor,
} from '@discord-channel/contracts';
import { text } from '../strings/text';
import type { ConversationLike } from './delivered-horizon';

const virtualAgent: typeof virtualAgentAuthor = 'Virtual assistant';
type PlayerOrigin = (typeof playerMessageAttributes)['shape']['origin']['value'];
const player: PlayerOrigin = 'player';
type AgentOrigin = (typeof agentArticleAttributes)['shape']['origin']['value'];
const agent: AgentOrigin = 'agent';

/** Longest piece that a bubble shows: the contract's own limit for a text. Hostile attributes know no limit. */
const longest = 2_000;
const mostOptions = 25;

/** As much of a message as is read here: Flex's `MessageState.source`, attributes already parsed. */
export interface MessageLike {
  author?: string | null;
  attributes?: unknown;
  /** Its place in the conversation, from 0. */
  index?: number;
  conversation?: ConversationLike;
  /** Flex's own message can be written to. */
  updateAttributes?: (attributes: Record<string, string | number | object>) => Promise<unknown>;
}

/** A message of the virtual agent, or an article that an agent sent, as the player sees it. */
export interface ShownPresentation {
  text: string;
  article?: { title: string; url?: string; category?: string; excerpt?: string };
  /** Labels of the buttons. */
  options: string[];
}

/** What our attributes say about a message. */
export interface MessageExtras {
  /** Drawn instead of the body, which says the same in one piece. */
  presentation?: ShownPresentation;
  /** Drawn instead of the body of an agent's message. */
  sentArticle?: ShownPresentation;
  /** The player pressed a button instead of writing this. */
  pressed: boolean;
  /** The player changed it in Discord. Of a deleted message nothing is shown but that. */
  changed?: 'edited' | 'deleted';
  /** Why the message did not reach the player. */
  failure?: string;
  /** An agent asked for it to be sent again, or it reached the player that way. */
  resend?: 'asked' | 'delivered';
}

/**
 * Reads what our attributes say about a message. Everybody in a conversation can write attributes, so a presentation
 * counts only from the virtual agent's author, an article without buttons from an agent's, links only with http(s), and
 * everything is shown as plain text.
 * @returns undefined when there is nothing to show
 */
export function readMessageExtras({ author, attributes }: MessageLike): MessageExtras | undefined {
  const extras: MessageExtras = {
    presentation: author === virtualAgent ? readPresentation(field(attributes, 'presentation')) : undefined,
    sentArticle: readSentArticle(author, attributes),
    pressed:
      field(attributes, 'origin') === player && textOf(field(field(attributes, 'discord'), 'customId')) !== undefined,
    changed: readChange(author, attributes),
    failure: readFailure(field(attributes, 'delivery')),
    resend: readResend(field(attributes, 'delivery')),
  };
  return extras.presentation ||
    extras.sentArticle ||
    extras.pressed ||
    extras.changed ||
    extras.failure ||
    extras.resend
    ? extras
    : undefined;
}

function readPresentation(value: unknown): ShownPresentation | undefined {
  const said = textOf(field(value, 'text'));
  if (said === undefined) return undefined;
  return { text: said, article: readArticle(field(value, 'article')), options: readOptions(field(value, 'buttons')) };
}

function readSentArticle(author: string | null | undefined, attributes: unknown): ShownPresentation | undefined {
  if (!author || author === virtualAgent || author.startsWith('discord_')) return undefined;
  if (field(attributes, 'origin') !== agent) return undefined;
  const presentation = readPresentation(field(attributes, 'presentation'));
  return presentation?.article && { ...presentation, options: [] };
}

function readArticle(value: unknown): ShownPresentation['article'] {
  const part = (name: keyof PresentedArticle) => textOf(field(value, name));
  const title = part('title');
  if (title === undefined) return undefined;
  return { title, url: webAddress(part('url')), category: part('category'), excerpt: part('excerpt') };
}

function readOptions(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const labels = value.slice(0, mostOptions).map((button) => textOf(field(button, 'label')));
  return Array.from(new Set(labels.filter((label): label is string => label !== undefined)));
}

function readChange(author: string | null | undefined, attributes: unknown): MessageExtras['changed'] {
  // Agents may write these attributes on their own messages; only a player's were changed by the player.
  if (!author?.startsWith('discord_') || field(attributes, 'origin') !== player) return undefined;
  if (field(field(attributes, 'deleted'), 'by') === player) return 'deleted';
  return field(field(attributes, 'edited'), 'by') === player ? 'edited' : undefined;
}

function readResend(delivery: unknown): MessageExtras['resend'] {
  if (field(delivery, 'state') === 'delivered') return 'delivered';
  return field(delivery, 'state') === 'failed' && textOf(field(delivery, 'resend')) ? 'asked' : undefined;
}

function readFailure(delivery: unknown): string | undefined {
  if (field(delivery, 'state') !== 'failed') return undefined;
  return textOf(field(delivery, 'reason')) ?? text('message.not-delivered-unknown');
}

/** The address when it opens a web page; `javascript:` and its like are not links. */
function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;
}
