import type { Presentation } from '@discord-channel/contracts';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';

/** Discord's limit for buttons side by side. */
const buttonsPerRow = 5;

/** Buttons under a message, as many rows as they take. */
export function buttonRows(buttons: Presentation['buttons']): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const drawn = buttons.map(({ id, label, style }) =>
    new ButtonBuilder()
      .setCustomId(id)
      .setLabel(label)
      .setStyle(style === 'primary' ? ButtonStyle.Primary : ButtonStyle.Secondary),
  );
  const rows: APIActionRowComponent<APIComponentInMessageActionRow>[] = [];
  for (let start = 0; start < drawn.length; start += buttonsPerRow) {
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(drawn.slice(start, start + buttonsPerRow));
    rows.push(row.toJSON());
  }
  return rows;
}
