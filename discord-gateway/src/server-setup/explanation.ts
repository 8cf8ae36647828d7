import { type PlayerLanguage, playerText } from '@discord-channel/player-texts';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, EmbedBuilder } from 'discord.js';
import { type APIMessage, ComponentType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { commandLocalizations } from '../commands/localizations';
import { getHelpButtonId, helpCommandName } from './get-help-button';
import type { ChannelPurpose } from './object-keys';
import type { ServerConfig } from './server-config';

/** Colour of the line beside an explanation. */
const colour = 0x5865f2;

/** The command that a channel is for. */
const commandOf: Readonly<Record<ChannelPurpose, string | undefined>> = {
  announcements: undefined,
  'bug-report': 'bug',
  'feature-request': 'new_feature',
  'customer-service': helpCommandName,
};

/** What an explanation is made of. */
export interface Explained {
  config: Pick<ServerConfig, 'language' | 'channels' | 'guildId'>;
  purpose: ChannelPurpose;
  channelId: string;
}

/** The channel's topic. */
export function topicOf({ config, purpose }: Omit<Explained, 'channelId'>): string {
  const values = commandValues(config.language, purpose);
  return config.channels[purpose]?.topic ?? playerText(config.language, `server.${purpose}.topic`, values);
}

/** The message that explains a channel; the one of #customer-service has the button "Get help". */
export function explanationMessage(
  explained: Explained,
): Pick<RESTPostAPIChannelMessageJSONBody, 'embeds' | 'components'> {
  const { config, purpose } = explained;
  const { language } = config;
  const text =
    config.channels[purpose]?.explanation ??
    playerText(language, `server.${purpose}.explanation`, commandValues(language, purpose));
  const embed = new EmbedBuilder()
    .setColor(colour)
    .setTitle(playerText(language, `server.${purpose}.title`))
    .setURL(markOf(explained))
    .setDescription(text);
  const button = new ButtonBuilder()
    .setCustomId(getHelpButtonId)
    .setLabel(playerText(language, 'server.get-help'))
    .setStyle(ButtonStyle.Primary);
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button);
  return { embeds: [embed.toJSON()], components: purpose === 'customer-service' ? [row.toJSON()] : [] };
}

/** Whether a message is the explanation of its channel, whatever its text: the address behind its title tells. */
export function isExplanation({ author, embeds }: APIMessage, botId: string, explained: Explained): boolean {
  return author.id === botId && embeds[0]?.url === markOf(explained);
}

/** Whether players see on the message exactly what the explanation says now. */
export function isUpToDate(message: APIMessage, explained: Explained): boolean {
  const wanted = explanationMessage(explained);
  const cards = ({ embeds }: { embeds?: APIMessage['embeds'] | undefined }) =>
    (embeds ?? []).map(({ title, description, url, color }) => ({ title, description, url, color }));
  const buttons = (rows: APIMessage['components']) =>
    (rows ?? []).flatMap((row) =>
      row.type === ComponentType.ActionRow
        ? row.components.map((one) => ('custom_id' in one && 'label' in one ? [one.custom_id, one.label] : []))
        : [],
    );
  const face = (one: Pick<APIMessage, 'embeds' | 'components'>) =>
    JSON.stringify([cards(one), buttons(one.components)]);
  return face(message) === face(wanted as Pick<APIMessage, 'embeds' | 'components'>);
}

/** The channel's own address: it marks the message, and leads nowhere else when it is opened. */
function markOf({ config, channelId }: Explained): string {
  return `https://discord.com/channels/${config.guildId}/${channelId}#explanation`;
}

/** The command by the name that players of that language see in Discord. */
function commandValues(language: PlayerLanguage, purpose: ChannelPurpose): { command?: string } {
  const command = commandOf[purpose];
  if (command === undefined) return {};
  const localized = Object.entries(commandLocalizations).find(([name]) => name === command)?.[1].name;
  const name = new Map(Object.entries(localized ?? {})).get(language);
  return { command: `/${name ?? command}` };
}
