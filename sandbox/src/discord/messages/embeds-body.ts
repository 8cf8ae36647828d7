import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).max(2_048);
const media = z.strictObject({ url });

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const embedBody = z.strictObject({
  type: z.literal('rich').optional(),
  title: z.string().max(256).optional(),
  description: z.string().max(4_096).optional(),
  url: url.optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  footer: z.strictObject({ text: z.string().min(1).max(2_048), icon_url: url.optional() }).optional(),
  author: z
    .strictObject({ name: z.string().min(1).max(256), url: url.optional(), icon_url: url.optional() })
    .optional(),
  image: media.optional(),
  thumbnail: media.optional(),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(256),
        value: z.string().min(1).max(1_024),
        inline: z.boolean().optional(),
      }),
    )
    .max(25)
    .optional(),
});
export type EmbedBody = z.infer<typeof embedBody>;

const maxTotalCharacters = 6_000;

/** The embeds of one message: at most 10, with 6,000 characters in all of them together. */
export const embedsBody = z
  .array(embedBody)
  .max(10)
  .superRefine((embeds, context) => {
    if (embeds.reduce((sum, embed) => sum + countCharacters(embed), 0) <= maxTotalCharacters) return;
    context.addIssue({
      code: 'custom',
      message: `Embed size exceeds maximum size of ${maxTotalCharacters}`,
      params: { code: 'MAX_EMBED_SIZE_EXCEEDED' },
    });
  });

function countCharacters(embed: EmbedBody): number {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields]
    .map((text) => text?.length ?? 0)
    .reduce((sum, length) => sum + length, 0);
}
