import { ChannelType, OverwriteType } from 'discord-api-types/v10';
import { z } from 'zod';

const snowflake = z.string().regex(/^\d{15,20}$/);
const bits = z.string().regex(/^\d{1,20}$/);

/** https://discord.com/developers/docs/resources/channel#edit-channel-permissions */
export const overwriteBody = z.strictObject({
  type: z.union([z.literal(OverwriteType.Role), z.literal(OverwriteType.Member)]),
  allow: bits.default('0'),
  deny: bits.default('0'),
});
export type OverwriteBody = z.infer<typeof overwriteBody>;

/** Discord makes lower case and hyphens of what is none in a text channel's name. */
const name = z.string().min(1).max(100);
const topic = z.string().max(1_024).nullish();

/** https://discord.com/developers/docs/resources/guild#create-guild-channel : text channels and categories. */
export const createChannelBody = z.strictObject({
  type: z
    .union([z.literal(ChannelType.GuildText), z.literal(ChannelType.GuildCategory)])
    .default(ChannelType.GuildText),
  name,
  topic,
  parent_id: snowflake.nullish(),
  permission_overwrites: z.array(overwriteBody.extend({ id: snowflake })).default([]),
});
export type CreateChannelBody = z.infer<typeof createChannelBody>;

/** https://discord.com/developers/docs/resources/channel#modify-channel-json-params-guild-channel */
export const editChannelBody = z.strictObject({
  name: name.optional(),
  topic,
  parent_id: snowflake.nullish(),
});
export type EditChannelBody = z.infer<typeof editChannelBody>;
