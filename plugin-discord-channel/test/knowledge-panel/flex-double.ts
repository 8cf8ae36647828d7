import type { FlexActions } from '../../src/knowledge-panel/composer';

export const conversationSid = `CH${'1'.repeat(32)}`;

interface Message {
  author?: string;
  body?: string | null;
  attributes?: object;
}

/** As the SDK's message: what it holds is read through getters of its class. */
class SdkMessage {
  readonly #state: Required<Message> & { sid: string };

  constructor(state: Required<Message> & { sid: string }) {
    this.#state = state;
  }
  get sid() {
    return this.#state.sid;
  }
  get author() {
    return this.#state.author;
  }
  get body() {
    return this.#state.body;
  }
  get attributes() {
    return this.#state.attributes;
  }
}

/** A store and actions like Flex's, with one conversation and what the agent writes in it. */
export class FlexDouble {
  readonly invoked: { name: string; payload: unknown }[] = [];
  inputText = '';
  isOffline = false;
  private comes: string | undefined;
  private messages: object[] = [];
  private readonly listeners = new Set<() => void>();

  getState = () => ({
    flex: {
      chat: {
        conversations: { [conversationSid]: { messages: this.messages } },
        conversationInput: { [conversationSid]: { inputText: this.inputText } },
      },
    },
  });

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The player writes, unless another author is given. */
  says(body: string, more: Message = {}): void {
    const sid = `IM${String(this.messages.length + 1).padStart(32, '0')}`;
    const source = new SdkMessage({ sid, author: 'discord_300000000000000001', body, attributes: {}, ...more });
    this.messages = [...this.messages, { source }];
    this.tell();
  }

  /** The agent types: the store has it some moments later. */
  types(text: string): void {
    this.comes = text;
  }

  /** Some moments later. */
  settles = async (): Promise<void> => {
    this.inputText = this.comes ?? this.inputText;
    this.comes = undefined;
  };

  /** Something of no concern changes in the store, as it does many times a second. */
  tell(): void {
    for (const listener of this.listeners) listener();
  }

  actions = {
    invokeAction: async (name: string, payload: { body?: string }) => {
      this.invoked.push({ name, payload });
      if (name === 'SetInputText') this.inputText = payload.body ?? '';
      // As Flex does: the field is empty after sending, and holds what could not be sent.
      if (name === 'SendMessage') this.comes = this.isOffline ? (payload.body ?? '') : '';
    },
  } as FlexActions;
}
