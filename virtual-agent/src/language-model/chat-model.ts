/** One message of a chat with a language model. */
export interface ChatMessage {
  role: 'system' | 'user';
  content: string;
}

/** A language model, as far as it is used here. */
export interface ChatModel {
  /** @throws LanguageModelError */
  complete(messages: readonly ChatMessage[], timeoutMs: number): Promise<string>;
}

/** Why a language model gave no answer. Never holds what was asked or answered, nor the key. */
export class LanguageModelError extends Error {
  constructor(
    readonly code: 'timeout' | 'unreachable' | 'refused' | 'malformed',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'LanguageModelError';
  }
}
