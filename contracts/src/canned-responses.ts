import { z } from 'zod';
import { knowledgeServer, languageCode, namedServer } from './article-administration';
import { line, optional, paragraph } from './edit-case';

/** Limits told to people at the field. */
export const cannedResponseLimits = { shortcut: 40, label: 60, text: 2_000, responses: 500 } as const;

/** An answer that agents put into a message by typing a slash and its shortcut. */
export const cannedResponse = knowledgeServer.extend({
  id: z.uuid(),
  /** Without the slash. */
  shortcut: z.string(),
  label: z.string().nullable(),
  text: z.string(),
  /** Null: it fits every language. */
  language: z.string().nullable(),
  version: z.number().int().positive(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
});
export type CannedResponse = z.infer<typeof cannedResponse>;

export const findCannedResponsesRequest = z.object({});
/** All of them, by shortcut. */
export const cannedResponsesResponse = z.object({
  responses: z.array(cannedResponse),
  servers: z.array(namedServer),
});
export type CannedResponsesResponse = z.infer<typeof cannedResponsesResponse>;

const { shortcut, label, text } = cannedResponseLimits;

export const saveCannedResponseRequest = z.object({
  /** Chosen by who writes it, so that a repeated request makes one. */
  id: z.uuid(),
  /** The version that is changed; null for a new one. */
  version: z.number().int().positive().nullable(),
  /** For whom a new one is; one that is there stays where it is. */
  server: knowledgeServer,
  response: z.object({
    shortcut: line
      .transform((word) => word.replace(/^\/+/, ''))
      .pipe(
        z
          .string()
          .min(1, 'Give it a shortcut.')
          .max(shortcut, `A shortcut holds at most ${shortcut} characters.`)
          .regex(/^[^\s/]+$/, 'A shortcut is one word without a slash or space, such as refund-sent.'),
      ),
    label: optional(line, label, 'A label'),
    text: paragraph.pipe(
      z.string().min(1, 'Write what it says.').max(text, `A response holds at most ${text} characters.`),
    ),
    language: z.union([line.pipe(z.literal('')).transform(() => null), languageCode]).nullable(),
  }),
});
export type SaveCannedResponseRequest = z.input<typeof saveCannedResponseRequest>;

export const deleteCannedResponseRequest = z.object({ id: z.uuid(), version: z.number().int().positive() });
export type DeleteCannedResponseRequest = z.infer<typeof deleteCannedResponseRequest>;
