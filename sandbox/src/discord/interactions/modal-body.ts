import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';

const id = z.int().min(0).optional();
const customId = z.string().min(1).max(100);

/** https://discord.com/developers/docs/components/reference#text-input : in a label it has no label of its own. */
const textInputBody = z
  .strictObject({
    id,
    type: z.literal(ComponentType.TextInput),
    custom_id: customId,
    style: z.enum(TextInputStyle),
    min_length: z.int().min(0).max(4_000).optional(),
    max_length: z.int().min(1).max(4_000).optional(),
    required: z.boolean().optional(),
    value: z.string().max(4_000).optional(),
    placeholder: z.string().max(100).optional(),
  })
  .superRefine(({ value, max_length: longest = 4_000 }, context) => {
    if ((value?.length ?? 0) <= longest) return;
    context.addIssue({
      code: 'custom',
      path: ['value'],
      message: `Must be ${longest} or fewer in length.`,
      params: { code: 'BASE_TYPE_MAX_LENGTH' },
    });
  });

/** https://discord.com/developers/docs/components/reference#string-select */
const selectBody = z
  .strictObject({
    id,
    type: z.literal(ComponentType.StringSelect),
    custom_id: customId,
    placeholder: z.string().max(150).optional(),
    min_values: z.int().min(0).max(25).optional(),
    max_values: z.int().min(1).max(25).optional(),
    required: z.boolean().optional(),
    options: z
      .array(
        z.strictObject({
          label: z.string().min(1).max(100),
          value: z.string().min(1).max(100),
          description: z.string().max(100).optional(),
          default: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(25),
  })
  .superRefine(({ options }, context) => {
    if (new Set(options.map(({ value }) => value)).size === options.length) return;
    context.addIssue({
      code: 'custom',
      path: ['options'],
      message: 'The specified option value is already used',
      params: { code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' },
    });
  });

/** https://discord.com/developers/docs/components/reference#label : action rows in modals are deprecated, the product has none. */
const labelBody = z.strictObject({
  id,
  type: z.literal(ComponentType.Label),
  label: z.string().min(1).max(45),
  description: z.string().max(100).optional(),
  component: z.discriminatedUnion('type', [textInputBody, selectBody]),
});

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export const modalBody = z.strictObject({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(labelBody)
    .min(1)
    .max(5)
    .superRefine((labels, context) => {
      const ids = labels.map(({ component }) => component.custom_id);
      for (const [place, one] of ids.entries()) {
        if (ids.indexOf(one) === place) continue;
        context.addIssue({
          code: 'custom',
          path: [place, 'component', 'custom_id'],
          message: 'Component custom id cannot be duplicated',
          params: { code: 'COMPONENT_CUSTOM_ID_DUPLICATED' },
        });
      }
    }),
});
export type ModalBody = z.infer<typeof modalBody>;
