/** As much of a participant of the Conversations SDK as is read here. */
export interface ParticipantLike {
  identity?: string | null;
  lastReadMessageIndex?: number | null;
}

/** As much of a conversation of the Conversations SDK as is read here. */
export interface ConversationLike {
  getParticipants(): Promise<readonly ParticipantLike[]>;
  on(event: 'participantUpdated', listener: (change: { participant: ParticipantLike }) => void): unknown;
}

/** Up to which message the player of a conversation has what was said. */
export interface DeliveredHorizon {
  /** -1 while it is unknown, or when nobody in the conversation is a Discord player. */
  current(): number;
  /** Calls back on each change until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

const horizons = new WeakMap<ConversationLike, DeliveredHorizon>();

/**
 * The relay tells what Discord took by moving the player's read horizon. One listener for a conversation, however many
 * bubbles it has.
 */
export function deliveredHorizonOf(conversation: ConversationLike): DeliveredHorizon {
  const horizon = horizons.get(conversation) ?? watch(conversation);
  horizons.set(conversation, horizon);
  return horizon;
}

function watch(conversation: ConversationLike): DeliveredHorizon {
  const listeners = new Set<() => void>();
  let index = -1;
  const take = ({ identity, lastReadMessageIndex }: ParticipantLike) => {
    if (!identity?.startsWith('discord_') || typeof lastReadMessageIndex !== 'number') return;
    if (lastReadMessageIndex <= index) return;
    index = lastReadMessageIndex;
    for (const listener of Array.from(listeners)) listener();
  };
  conversation.on('participantUpdated', ({ participant }) => take(participant));
  // A conversation that is being left has no participants to ask for: then nothing is shown.
  conversation.getParticipants().then(
    (participants) => participants.forEach(take),
    () => {},
  );
  return {
    current: () => index,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
