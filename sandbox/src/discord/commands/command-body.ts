import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
} from 'discord-api-types/v10';
import { z } from 'zod';

/** Names are lower case where the script has case. https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const name = z
  .string()
  .min(1)
  .max(32)
  .refine((text) => /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(text) && text === text.toLowerCase(), {
    message: 'Command name is invalid',
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  });
const description = z.string().min(1).max(100);
const localised = (text: z.ZodType<string>) => z.partialRecord(z.enum(Locale), text.nullable()).nullish();

const texts = {
  name,
  name_localizations: localised(name),
  description,
  description_localizations: localised(description),
};

const choice = z.strictObject({
  name: z.string().min(1).max(100),
  name_localizations: localised(z.string().min(1).max(100)),
  value: z.union([z.string().max(100), z.number()]),
});

/** The option types that the product uses; sub-commands and the ones that name users or channels are not carried. */
const optionBody = z.strictObject({
  ...texts,
  type: z.literal([
    ApplicationCommandOptionType.String,
    ApplicationCommandOptionType.Integer,
    ApplicationCommandOptionType.Boolean,
    ApplicationCommandOptionType.Number,
  ]),
  required: z.boolean().optional(),
  choices: z.array(choice).max(25).optional(),
  min_length: z.int().min(0).max(6_000).optional(),
  max_length: z.int().min(1).max(6_000).optional(),
});

const commandBody = z.strictObject({
  ...texts,
  type: z.literal(ApplicationCommandType.ChatInput).optional(),
  options: z.array(optionBody).max(25).optional(),
  default_member_permissions: z.string().nullish(),
  contexts: z.array(z.enum(InteractionContextType)).nullish(),
  integration_types: z.array(z.enum(ApplicationIntegrationType)).nullish(),
  nsfw: z.boolean().nullish(),
});
export type CommandBody = z.infer<typeof commandBody>;

/** https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands */
export const commandsBody = z
  .array(commandBody)
  .max(100)
  .superRefine((commands, context) => {
    const seen = new Set<string>();
    for (const [index, command] of commands.entries()) {
      if (seen.has(command.name)) {
        context.addIssue({
          code: 'custom',
          path: [index],
          message: 'Application command names must be unique',
          params: { code: 'APPLICATION_COMMANDS_DUPLICATE_NAME' },
        });
      }
      seen.add(command.name);
    }
  });
