/**
 * The unique name of a conversation: derived from the DM and the message that started it, so that creating it twice
 * cannot happen. `attempt` counts from 1 and is raised when the name belongs to a conversation that is over.
 * Letters, digits, `-` and `_` only.
 */
export function conversationName(dmChannelId: string, startedBy: string, attempt: number): string {
  return `discord-${dmChannelId}-${startedBy}${attempt === 1 ? '' : `-${attempt}`}`;
}
