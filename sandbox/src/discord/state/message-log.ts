import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { compareSnowflakes } from './snowflakes';

export interface MessageRange {
  after?: Snowflake;
  before?: Snowflake;
  limit: number;
}

/** The messages of one channel in the order of their ids. Reading a page costs a binary search, not a scan. */
export class MessageLog {
  readonly #inOrder: APIMessage[] = [];

  get last(): APIMessage | undefined {
    return this.#inOrder.at(-1);
  }

  /** Ids rise, so a new message always goes to the end. */
  append(message: APIMessage): void {
    this.#inOrder.push(message);
  }

  get(id: Snowflake): APIMessage | undefined {
    const message = this.#inOrder[this.#position(id)];
    return message?.id === id ? message : undefined;
  }

  /** Puts a changed message in the place of the old one. */
  replace(message: APIMessage): void {
    const position = this.#position(message.id);
    if (this.#inOrder[position]?.id === message.id) this.#inOrder[position] = message;
  }

  remove(id: Snowflake): void {
    const position = this.#position(id);
    if (this.#inOrder[position]?.id === id) this.#inOrder.splice(position, 1);
  }

  /**
   * A page, the newest first, as Discord lists messages: right after `after`, or right before `before`,
   * or the end of the channel.
   */
  page({ after, before, limit }: MessageRange): APIMessage[] {
    if (after !== undefined) {
      const position = this.#position(after);
      const start = this.#inOrder[position]?.id === after ? position + 1 : position;
      return this.#inOrder.slice(start, start + limit).reverse();
    }
    const end = before === undefined ? this.#inOrder.length : this.#position(before);
    return this.#inOrder.slice(Math.max(0, end - limit), end).reverse();
  }

  /** Where the id is, or where it would be put in. */
  #position(id: Snowflake): number {
    let low = 0;
    let high = this.#inOrder.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const candidate = this.#inOrder[middle];
      if (candidate !== undefined && compareSnowflakes(candidate.id, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
