import type { StudioTrigger } from '../../ports';
import type { Changes } from '../changes';
import type { Conversation, ScopedWebhook } from '../records';

export interface StudioTriggers {
  subscribe(listener: (trigger: StudioTrigger) => void): void;
  /** For a new webhook with `ReplayAfter`: the message of that index and all after it trigger the flow now. */
  replay(conversation: Conversation, webhook: ScopedWebhook): void;
}

/**
 * Triggers flows for messages that reach a live `studio` webhook. It hears of every message with webhooks enabled, the
 * bot's own included; whether a message starts, advances or misses an execution is the flow engine's to decide.
 */
export function createStudioTriggers(changes: Changes): StudioTriggers {
  const listeners: Array<(trigger: StudioTrigger) => void> = [];
  const trigger = (value: StudioTrigger) => {
    for (const listener of listeners) listener(value);
  };
  changes.subscribe((change) => {
    if (change.kind !== 'message-added' || !change.origin.firesWebhooks) return;
    const { conversation, message, origin } = change;
    for (const { target } of conversation.webhooks.values()) {
      if (target.kind !== 'studio') continue;
      trigger({ flowSid: target.flowSid, conversation, message, source: origin.source });
    }
  });
  return {
    subscribe: (listener) => void listeners.push(listener),
    replay: (conversation, { target }) => {
      if (target.kind !== 'studio' || target.replayAfter === null) return;
      for (let index = target.replayAfter; index < conversation.nextIndex; index += 1) {
        const message = conversation.messages.get(index);
        if (message) trigger({ flowSid: target.flowSid, conversation, message, source: 'API' });
      }
    },
  };
}
