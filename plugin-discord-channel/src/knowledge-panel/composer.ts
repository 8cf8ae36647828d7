import type { AgentArticleAttributes } from '@discord-channel/contracts';
import type * as Flex from '@twilio/flex-ui';
import type { FlexStore } from '../case-panel/use-last-message';

/** What the agent writes in a conversation, in Flex's own input field. */
export interface Composer {
  /** Puts a text behind what is there already. Sends nothing. Rejects when Flex has not loaded the conversation. */
  addDraft(conversationSid: string, draft: string): Promise<void>;
  /**
   * Sends a message of its own; what the agent is writing stays. Twilio's SDK decides what was sent: Flex shows a
   * failure itself, and `failed` says so too.
   */
  send(conversationSid: string, message: Sent): Promise<'sent' | 'failed'>;
}

/** A message with how it looks to the player. */
export interface Sent {
  body: string;
  attributes: AgentArticleAttributes;
}

/** As much of Flex's actions as is used here. */
export type FlexActions = Pick<typeof Flex.Actions, 'invokeAction'>;

export interface ComposerDependencies {
  actions: FlexActions;
  store: FlexStore;
  wait: (milliseconds: number) => Promise<void>;
}

/** Flex brings what is typed to its store 100 ms later, and empties the field some moments after sending. In milliseconds. */
const settleMs = 250;

export function createComposer({ actions, store, wait }: ComposerDependencies): Composer {
  const settledInput = async (conversationSid: string) => {
    await wait(settleMs);
    return inputText(store, conversationSid);
  };
  const setInput = (conversationSid: string, body: string) =>
    // Flex finds the conversation by its SID: https://www.twilio.com/docs/flex/developer/ui/actions
    actions.invokeAction('SetInputText', {
      conversationSid,
      body,
      selectionStart: body.length,
      selectionEnd: body.length,
    });
  return {
    async addDraft(conversationSid, draft) {
      const present = (await settledInput(conversationSid)).trimEnd();
      await setInput(conversationSid, present === '' ? draft : `${present}\n${draft}`);
    },
    async send(conversationSid, { body, attributes }) {
      const present = await settledInput(conversationSid);
      await actions.invokeAction('SendMessage', { conversationSid, body, messageAttributes: attributes });
      // Flex empties the field after sending, and puts a message into it that could not be sent: nothing else tells.
      const after = await settledInput(conversationSid);
      const isFailed = after === body && present !== body;
      if (isFailed || (after === '' && present !== '')) await setInput(conversationSid, present);
      return isFailed ? 'failed' : 'sent';
    },
  };
}

/** What stands in the input field of a conversation: `chat.conversationInput` of Flex's store. */
function inputText(store: FlexStore, conversationSid: string): string {
  const state = store.getState() as {
    flex?: { chat?: { conversationInput?: Record<string, { inputText?: unknown } | undefined> } };
  };
  const text = state.flex?.chat?.conversationInput?.[conversationSid]?.inputText;
  return typeof text === 'string' ? text : '';
}
