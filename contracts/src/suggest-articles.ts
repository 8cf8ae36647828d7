import { z } from 'zod';
import { conversationSid, messageSid } from './identifiers';
import { articleCard } from './presentation';

/** How many articles are suggested at a time. */
export const mostSuggestions = 3;

/** What players may write in one message of Discord, in UTF-16 units. */
export const longestSuggestionText = 2_000;

/** A customer's message, or what an agent looks for by hand. */
export const suggestArticlesRequest = z.object({
  /** The task's conversation: a Discord player's tells which server's articles. Null for a task without one. */
  conversationSid: conversationSid.nullable(),
  /** The customer's message that the text is; null for a search by hand. */
  messageSid: messageSid.nullable(),
  text: z
    .string()
    .trim()
    .min(1, 'Write what to look for.')
    .max(longestSuggestionText, `Search for at most ${longestSuggestionText} characters.`),
});
export type SuggestArticlesRequest = z.infer<typeof suggestArticlesRequest>;

/** A text and where in it words stand that were looked for: begin and end in UTF-16 units, in order, apart. */
export const markedText = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()])),
});
export type MarkedText = z.infer<typeof markedText>;

export const suggestedArticle = z.object({
  id: z.string(),
  title: markedText,
  category: z.string(),
  url: z.string().nullable(),
  /** What the article says about what was looked for. */
  passage: markedText,
  /** How it begins, in plain words. */
  excerpt: z.string(),
});
export type SuggestedArticle = z.infer<typeof suggestedArticle>;

/** A suggestion for one agent, with the message that sends it to the customer in the customer's language. */
export const sendableArticle = suggestedArticle.extend({
  card: z.object({ body: z.string(), presentation: articleCard }),
  /** This agent has said so, for this message. */
  notHelpful: z.boolean(),
});
export type SendableArticle = z.infer<typeof sendableArticle>;

export const suggestArticlesResponse = z.object({
  /** Best first; none where nothing has to do with it. */
  articles: z.array(sendableArticle).max(mostSuggestions),
  /** False for a message that asks for a person, greets or thanks: the one before it says what it is about. */
  isQuestion: z.boolean(),
});
export type SuggestArticlesResponse = z.infer<typeof suggestArticlesResponse>;

/** An agent says that a suggested article does not help, or takes it back. */
export const rateArticleRequest = suggestArticlesRequest.extend({
  articleId: z.string().min(1).max(60),
  notHelpful: z.boolean(),
});
export type RateArticleRequest = z.infer<typeof rateArticleRequest>;

export const rateArticleResponse = z.object({ articleId: z.string(), notHelpful: z.boolean() });
export type RateArticleResponse = z.infer<typeof rateArticleResponse>;
