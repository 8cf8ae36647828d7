import { createHmac, randomBytes } from 'node:crypto';
import type { APIAttachment, APIMessage, Snowflake } from 'discord-api-types/v10';
import type { Clock } from '../../clock';

/** A file that somebody sent with a message. */
export interface SentFile {
  filename: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Undefined for a large one of which nobody keeps what is in it: it is `size` zeros. */
  content: Buffer | undefined;
}

/** The CDN's own host. https://docs.discord.com/developers/reference#image-formatting */
const host = 'https://cdn.discordapp.com';
/** What Discord's addresses live. */
const addressLifetimeMs = 24 * 60 * 60 * 1_000;

/**
 * The files of all messages. Their addresses are signed and expire; whoever reads a message is given new ones.
 * https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
 */
export class AttachmentStore {
  readonly #files = new Map<Snowflake, SentFile>();
  readonly #key = randomBytes(32);

  constructor(
    private readonly clock: Clock,
    private readonly nextId: () => Snowflake,
  ) {}

  keep(channelId: Snowflake, file: SentFile): APIAttachment {
    const id = this.nextId();
    this.#files.set(id, file);
    const { filename, contentType, size } = file;
    const path = `/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    return { id, filename, content_type: contentType, size, ...this.#addresses(path) };
  }

  /** The message with addresses that are good from now on. */
  freshen(message: APIMessage): APIMessage {
    if (message.attachments.length === 0) return message;
    const attachments = message.attachments.map((attachment) => {
      return { ...attachment, ...this.#addresses(new URL(attachment.url).pathname) };
    });
    return { ...message, attachments };
  }

  /** The file at a path with its query; undefined when the address is forged, its time is over, or the file gone. */
  at(path: string, query: URLSearchParams): SentFile | undefined {
    const expires = Number.parseInt(query.get('ex') ?? '', 16);
    const right = query.get('hm') === this.#sign(path, query.get('ex') ?? '', query.get('is') ?? '');
    if (!right || !(expires * 1_000 > this.clock.now().getTime())) return undefined;
    return this.#files.get(path.split('/')[3] ?? '');
  }

  /** Files go with their message. */
  removeOf(message: APIMessage): void {
    for (const { id } of message.attachments) this.#files.delete(id);
  }

  clear(): void {
    this.#files.clear();
  }

  #addresses(path: string): Pick<APIAttachment, 'url' | 'proxy_url'> {
    const now = this.clock.now().getTime();
    const issued = Math.floor(now / 1_000).toString(16);
    const expires = Math.floor((now + addressLifetimeMs) / 1_000).toString(16);
    const query = `?ex=${expires}&is=${issued}&hm=${this.#sign(path, expires, issued)}`;
    return { url: `${host}${path}${query}`, proxy_url: `https://media.discordapp.net${path}${query}` };
  }

  #sign(path: string, expires: string, issued: string): string {
    return createHmac('sha256', this.#key).update(`${path}/${expires}/${issued}`).digest('hex');
  }
}
