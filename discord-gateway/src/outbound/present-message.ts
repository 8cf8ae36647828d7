import {
  type Presentation,
  type PresentedArticle,
  parseMessageAttributes,
  virtualAgentAuthor,
} from '@discord-channel/contracts';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, EmbedBuilder } from 'discord.js';
import type { DirectMessage } from '../discord/direct-messages';
import { splitText } from './split-text';

/** Discord's limit for buttons side by side. */
const buttonsPerRow = 5;

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
    ...(buttons.length > 0 && { components: rowsOf(buttons).map((row) => row.toJSON()) }),
  };
}

function presentArticle({ title, url, category, excerpt }: PresentedArticle): EmbedBuilder {
  const embed = new EmbedBuilder().setColor(articleColour).setTitle(title).setURL(url);
  if (category) embed.setAuthor({ name: category });
  return excerpt === '' ? embed : embed.setDescription(excerpt);
}

function rowsOf(buttons: Presentation['buttons']): ActionRowBuilder<ButtonBuilder>[] {
  const drawn = buttons.map(({ id, label, style }) =>
    new ButtonBuilder()
      .setCustomId(id)
      .setLabel(label)
      .setStyle(style === 'primary' ? ButtonStyle.Primary : ButtonStyle.Secondary),
  );
  const rows: ActionRowBuilder<ButtonBuilder>[] = [];
  for (let start = 0; start < drawn.length; start += buttonsPerRow) {
    rows.push(new ActionRowBuilder<ButtonBuilder>().addComponents(drawn.slice(start, start + buttonsPerRow)));
  }
  return rows;
}
