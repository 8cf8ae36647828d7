import type * as Flex from '@twilio/flex-ui';
import type { FlexStore } from '../case-panel/use-last-message';

/** What the agent writes in a conversation, in Flex's own input field. */
export interface Composer {
  /** Puts a text behind what is there already. Sends nothing. Rejects when Flex has not loaded the conversation. */
  addDraft(conversationSid: string, draft: string): Promise<void>;
}

/** As much of Flex's actions as is used here. */
export type FlexActions = Pick<typeof Flex.Actions, 'invokeAction'>;

export function createComposer(actions: FlexActions, store: FlexStore): Composer {
  return {
    async addDraft(conversationSid, draft) {
      const present = inputText(store, conversationSid).trimEnd();
      const body = present === '' ? draft : `${present}\n${draft}`;
      // Flex finds the conversation by its SID: https://www.twilio.com/docs/flex/developer/ui/actions
      await actions.invokeAction('SetInputText', {
        conversationSid,
        body,
        selectionStart: body.length,
        selectionEnd: body.length,
      });
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
