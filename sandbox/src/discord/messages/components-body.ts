import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';

const common = {
  id: z.int().min(0).optional(),
  type: z.literal(ComponentType.Button),
  label: z.string().max(80).optional(),
  disabled: z.boolean().optional(),
  emoji: z
    .strictObject({ id: z.string().nullish(), name: z.string().nullish(), animated: z.boolean().optional() })
    .optional(),
};

/** https://discord.com/developers/docs/components/reference#button */
const buttonBody = z.discriminatedUnion('style', [
  z.strictObject({
    ...common,
    style: z.literal([ButtonStyle.Primary, ButtonStyle.Secondary, ButtonStyle.Success, ButtonStyle.Danger]),
    custom_id: z.string().min(1).max(100),
  }),
  z.strictObject({ ...common, style: z.literal(ButtonStyle.Link), url: z.url().max(512) }),
]);

const actionRowBody = z.strictObject({
  id: z.int().min(0).optional(),
  type: z.literal(ComponentType.ActionRow),
  components: z.array(buttonBody).min(1).max(5),
});
export type ActionRowBody = z.infer<typeof actionRowBody>;

/** The components of one message: at most 5 rows of 5 buttons, each `custom_id` once, each button with a face. */
export const componentsBody = z
  .array(actionRowBody)
  .max(5)
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    for (const [row, { components }] of rows.entries()) {
      for (const [column, button] of components.entries()) {
        const path = [row, 'components', column];
        if (!button.label && !button.emoji) {
          context.addIssue({
            code: 'custom',
            path: [...path, 'label'],
            message: 'A label or emoji is required for a button',
            params: { code: 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED' },
          });
        }
        if (!('custom_id' in button)) continue;
        if (seen.has(button.custom_id)) {
          context.addIssue({
            code: 'custom',
            path: [...path, 'custom_id'],
            message: 'Component custom id cannot be duplicated',
            params: { code: 'COMPONENT_CUSTOM_ID_DUPLICATED' },
          });
        }
        seen.add(button.custom_id);
      }
    }
  });
