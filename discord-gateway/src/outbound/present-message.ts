import {
  isAgentIdentity,
  type Presentation,
  type PresentedArticle,
  parseMessageAttributes,
  virtualAgentAuthor,
} from '@discord-channel/contracts';
import { EmbedBuilder } from 'discord.js';
import { buttonRows } from '../discord/button-rows';
import type { DirectMessage } from '../discord/direct-messages';
import { splitText } from './split-text';

/** Colour of the line beside an article's card. */
const articleColour = 0x5865f2;

/**
 * A conversation's message as Discord shows it, in one part or several. The virtual agent's own draw their
 * presentation, an agent's an article's card; everything else, an agent's words above all, is plain text. Attributes
 * count only together with the author, since everybody can write them: buttons are the virtual agent's alone.
 */
export function presentMessage(message: { author: string; body: string | null; attributes: string }): DirectMessage[] {
  const presentation = presentationOf(message);
  if (presentation) return [present(presentation)];
  return splitText(message.body ?? '').map((content) => ({ content }));
}

function presentationOf(message: { author: string; attributes: string }): Presentation | undefined {
  if (message.author === virtualAgentAuthor) {
    const attributes = parseMessageAttributes(message.attributes);
    return attributes?.origin === 'virtual-agent' ? attributes.presentation : undefined;
  }
  const attributes = isAgentIdentity(message.author) ? parseMessageAttributes(message.attributes) : undefined;
  return attributes?.origin === 'agent' ? { ...attributes.presentation, buttons: [] } : undefined;
}

function present({ text, article, buttons }: Presentation): DirectMessage {
  return {
    content: text,
    ...(article && { embeds: [presentArticle(article).toJSON()] }),
    ...(buttons.length > 0 && { components: buttonRows(buttons) }),
  };
}

function presentArticle({ title, url, category, excerpt }: PresentedArticle): EmbedBuilder {
  const embed = new EmbedBuilder().setColor(articleColour).setTitle(title).setURL(url);
  if (category) embed.setAuthor({ name: category });
  return excerpt === '' ? embed : embed.setDescription(excerpt);
}
