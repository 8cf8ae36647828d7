import { z } from 'zod';
import { caseLimits } from './case-view';
import { line } from './edit-case';

/** Limits told to people at the field. */
export const customFieldLimits = { name: 60, option: 60, options: 50, fields: 40 } as const;

export const customFieldSubject = z.enum(['case', 'contact']);
export type CustomFieldSubject = z.infer<typeof customFieldSubject>;
export const customFieldKind = z.enum(['text', 'dropdown', 'checkbox']);
export type CustomFieldKind = z.infer<typeof customFieldKind>;

/** A field that the team defined. */
export const customField = z.object({
  id: z.uuid(),
  subject: customFieldSubject,
  kind: customFieldKind,
  name: z.string(),
  /** Of a dropdown. */
  options: z.array(z.string()),
  version: z.number().int().positive(),
  /** No longer offered; what cases and contacts hold in it can be read. */
  deleted: z.boolean(),
});
export type CustomField = z.infer<typeof customField>;

export const findCustomFieldsRequest = z.object({});
export const customFieldsResponse = z.object({ fields: z.array(customField) });
export type CustomFieldsResponse = z.infer<typeof customFieldsResponse>;

const { name, option, options } = customFieldLimits;

export const saveCustomFieldRequest = z
  .object({
    /** Chosen by who defines it, so that a repeated request makes one. */
    id: z.uuid(),
    /** The version that is changed; null for a new field. */
    version: z.number().int().positive().nullable(),
    subject: customFieldSubject,
    kind: customFieldKind,
    name: line.pipe(z.string().min(1, 'Give it a name.').max(name, `A name holds at most ${name} characters.`)),
    options: z
      .array(
        line.pipe(
          z.string().min(1, 'An option cannot be empty.').max(option, `An option holds at most ${option} characters.`),
        ),
      )
      .max(options, `At most ${options} options fit here.`)
      .transform((all) => [...new Set(all)]),
  })
  .superRefine((field, context) => {
    if (field.kind === 'dropdown' && field.options.length === 0) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'A dropdown needs at least one option.' });
    }
  })
  .transform((field) => (field.kind === 'dropdown' ? field : { ...field, options: [] }));
export type SaveCustomFieldRequest = z.input<typeof saveCustomFieldRequest>;

export const deleteCustomFieldRequest = z.object({ id: z.uuid() });
export type DeleteCustomFieldRequest = z.infer<typeof deleteCustomFieldRequest>;

/** A tag, with how many cases have it. */
export const tag = z.object({ name: z.string(), cases: z.number().int(), offered: z.boolean() });
export type Tag = z.infer<typeof tag>;
export const findTagsRequest = z.object({});
export const tagsResponse = z.object({ tags: z.array(tag) });
export type TagsResponse = z.infer<typeof tagsResponse>;

const tagName = line.pipe(
  z.string().min(1, 'A tag cannot be empty.').max(caseLimits.tag, `A tag holds at most ${caseLimits.tag} characters.`),
);

/** Offers a tag, gives it another name on every case, or takes it away from all. */
export const changeTagRequest = z.discriminatedUnion('change', [
  z.object({ change: z.literal('offer'), name: tagName }),
  z.object({ change: z.literal('rename'), name: tagName, to: tagName }),
  z.object({ change: z.literal('delete'), name: tagName }),
]);
export const changeTagResponse = z.object({
  /** How many cases still have it: ask again until there are none. */
  remaining: z.number().int(),
  tags: z.array(tag),
});
export type ChangeTagResponse = z.infer<typeof changeTagResponse>;
export type ChangeTagRequest = z.infer<typeof changeTagRequest>;
