/** When each conversation with an agent is to be compared with Twilio. */
export interface ReconcileTimes {
  /** Those of the conversations that are due; each is due again one interval later. Forgets all that are not named. */
  takeDue<Conversation extends { conversationSid: string }>(conversations: readonly Conversation[]): Conversation[];
}

export interface ReconcileTimesOptions {
  /** Milliseconds between two comparisons of a conversation. A lost last message is to reach the player within 60 s. */
  everyMs?: number;
  monotonicNow?: () => number;
  random?: () => number;
}

/**
 * Gives every conversation a time of its own: one that is new, or known since the worker's start, is due at a random
 * time within the first interval. All at once would be a burst of requests every 45 s, in which messages would wait.
 */
export function createReconcileTimes(options: ReconcileTimesOptions = {}): ReconcileTimes {
  const { everyMs = 45_000, monotonicNow = () => performance.now(), random = Math.random } = options;
  let dueAt = new Map<string, number>();
  return {
    takeDue(conversations) {
      const now = monotonicNow();
      const next = new Map<string, number>();
      const due = conversations.filter(({ conversationSid }) => {
        const at = dueAt.get(conversationSid) ?? now + random() * everyMs;
        next.set(conversationSid, at <= now ? now + everyMs : at);
        return at <= now;
      });
      dueAt = next;
      return due;
    },
  };
}
