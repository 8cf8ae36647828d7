import { z } from 'zod';

const remembered = z.object({ id: z.string(), title: z.string() });

/** A turn of a conversation as it is remembered: what the player said or pressed, and what was shown for it. */
export const rememberedTurn = z.object({
  kind: z.enum([
    'question',
    'show-article',
    'helped',
    'something-else',
    'greeting',
    'thanks',
    'unreadable',
    'agent-request',
  ]),
  /** The player's words, cut; null for a press. */
  asked: z.string().nullable(),
  /** What was searched for: a follow-up together with the question that it goes on from. */
  query: z.string().nullable(),
  /** The article whose button was pressed. */
  articleId: z.string().nullable(),
  /** Articles offered as buttons. */
  offered: z.array(remembered),
  /** Articles shown as cards. */
  shown: z.array(remembered),
});
export type RememberedTurn = z.infer<typeof rememberedTurn>;
