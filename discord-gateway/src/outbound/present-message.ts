import {
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
 * presentation; everything else, an agent's words above all, is plain text. Attributes count only with the virtual
 * agent as author, since everybody can write them.
 */
export function presentMessage(message: { author: string; body: string | null; attributes: string }): DirectMessage[] {
  const attributes = message.author === virtualAgentAuthor ? parseMessageAttributes(message.attributes) : undefined;
  if (attributes?.origin === 'virtual-agent' && attributes.presentation) return [present(attributes.presentation)];
  return splitText(message.body ?? '').map((content) => ({ content }));
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
