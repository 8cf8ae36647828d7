/** Of which conversations, by their unique names, it is known that they follow their player's language. */
export interface FollowedLanguages {
  isFollowed(conversation: string, locale: string): boolean;
  follows(conversation: string, locale: string): void;
}

/** More than a worker has open in a day; forgetting one costs one look. */
const mostKnown = 50_000;

/**
 * What the active worker knows by itself: nobody else changes the language of a conversation. It spares every message a look into the database.
 */
export function createFollowedLanguages(): FollowedLanguages {
  const known = new Map<string, string>();
  return {
    isFollowed: (conversation, locale) => known.get(conversation) === locale,
    follows(conversation, locale) {
      if (known.size >= mostKnown) known.clear();
      known.set(conversation, locale);
    },
  };
}
