import { z } from 'zod';

const articleId = z.string().min(1).max(60);

/** What a button does when it is pressed. It travels as the button's id and comes back with the press. */
export const buttonAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('show-article'), articleId }),
  z.object({ kind: z.literal('request-agent') }),
  /** The article that is shown was what the player needed. */
  z.object({ kind: z.literal('helped'), articleId }),
  /** It was not: what else is there? */
  z.object({ kind: z.literal('something-else'), articleId }),
]);
export type ButtonAction = z.infer<typeof buttonAction>;

/** The id of a button, at most 100 characters as Discord allows for `custom_id`. */
export function encodeButtonAction(action: ButtonAction): string {
  return action.kind === 'request-agent' ? action.kind : `${action.kind}:${action.articleId}`;
}

/** The action behind a button's id; undefined for an id that is not ours (a forged or an outdated one). */
export function decodeButtonAction(id: string): ButtonAction | undefined {
  const separator = id.indexOf(':');
  const kind = separator < 0 ? id : id.slice(0, separator);
  const parsed = buttonAction.safeParse(separator < 0 ? { kind } : { kind, articleId: id.slice(separator + 1) });
  return parsed.success ? parsed.data : undefined;
}

export const presentedButton = z.object({
  id: z.string().min(1).max(100),
  label: z.string().min(1).max(80),
  style: z.enum(['primary', 'secondary']).default('secondary'),
});

export const presentedArticle = z.object({
  title: z.string().min(1).max(256),
  url: z.url().nullable(),
  category: z.string().max(256).nullable(),
  excerpt: z.string().max(1_000),
});
export type PresentedArticle = z.infer<typeof presentedArticle>;

/**
 * How a message of the virtual agent looks where the player is, in terms that every channel can draw:
 * text, a card for an article, buttons. The message's body says the same in plain words for the transcript.
 */
export const presentation = z.object({
  text: z.string().min(1).max(2_000),
  article: presentedArticle.optional(),
  buttons: z.array(presentedButton).max(25).default([]),
});
export type Presentation = z.infer<typeof presentation>;

/** An article that an agent sends: as the virtual agent shows it, with no buttons, since nobody waits for a press. */
export const articleCard = z.object({
  text: presentation.shape.text,
  article: presentedArticle.extend({ url: z.url({ protocol: /^https?$/ }).nullable() }),
});
export type ArticleCard = z.infer<typeof articleCard>;
