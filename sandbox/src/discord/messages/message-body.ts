import { z } from 'zod';
import { componentsBody } from './components-body';
import { embedsBody } from './embeds-body';

/** Discord counts UTF-16 units, as JavaScript does. */
const content = z.string().max(2_000).nullish();

const maxNonceLength = 25;

const nonce = z.union([z.string(), z.int()]).superRefine((value, context) => {
  if (String(value).length <= maxNonceLength) return;
  context.addIssue({
    code: 'custom',
    message: `Must be ${maxNonceLength} or fewer in length.`,
    params: { code: 'BASE_TYPE_MAX_LENGTH' },
  });
});

const snowflakes = z.array(z.string().regex(/^\d{15,20}$/));

export const allowedMentionsBody = z.strictObject({
  parse: z.array(z.enum(['roles', 'users', 'everyone'])).optional(),
  users: snowflakes.max(100).optional(),
  roles: snowflakes.max(100).optional(),
  replied_user: z.boolean().optional(),
});
export type AllowedMentionsBody = z.infer<typeof allowedMentionsBody>;

const common = {
  content,
  tts: z.boolean().optional(),
  embeds: embedsBody.nullish(),
  components: componentsBody.nullish(),
  allowed_mentions: allowedMentionsBody.nullish(),
  flags: z.int().nullish(),
  /** What is told of files beside their content: nothing is. Clients send the empty list by themselves. */
  attachments: z.array(z.never()).max(0).nullish(),
  nonce: nonce.nullish(),
  enforce_nonce: z.boolean().optional(),
};

/** https://discord.com/developers/docs/resources/message#create-message */
export const createMessageBody = z.strictObject(common);
export type CreateMessageBody = z.infer<typeof createMessageBody>;

/** https://discord.com/developers/docs/resources/message#edit-message : what is not named stays as it is. */
export const editMessageBody = z.strictObject(common);
export type EditMessageBody = z.infer<typeof editMessageBody>;
