import type { AnnouncementContent } from '@discord-channel/contracts';
import { EmbedBuilder } from 'discord.js';
import { AllowedMentionsTypes, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';

/** Colour of the line beside an announcement. */
const colour = 0xf0b232;

/** An announcement as a Discord message. Only what `mention` asks for is pinged, whatever the text says. */
export function presentAnnouncement({
  title,
  body,
  url,
  image,
  mention,
}: AnnouncementContent): Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'embeds' | 'allowed_mentions'> {
  const embed = new EmbedBuilder().setColor(colour).setTitle(title).setDescription(body);
  if (url) embed.setURL(url);
  if (image) embed.setImage(image);
  const pings = mention !== 'none';
  return {
    ...(pings && { content: `@${mention}` }),
    embeds: [embed.toJSON()],
    allowed_mentions: { parse: pings ? [AllowedMentionsTypes.Everyone] : [] },
  };
}
