import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock';
import { newSid } from '../rest/new-sid';
import { invalidParameter } from '../rest/twilio-rest-error';

/** A file in the Media Content Service. */
export interface Media {
  sid: string;
  filename: string | null;
  contentType: string;
  category: string;
  /** Identity of the SDK client that uploaded it; null for a REST call. */
  author: string | null;
  content: Buffer;
  dateCreated: string;
  /** The message that it belongs to, once there is one. */
  conversationSid: string | null;
  messageSid: string | null;
}

/** How long a temporary address is good for. https://www.twilio.com/docs/conversations/api/media-resource */
const addressLifetimeMs = 300_000;

/** The files of the account's Conversations service, and the addresses at which they can be read for some minutes. */
export class MediaStore {
  private readonly bySid = new Map<string, Media>();
  private readonly key = randomBytes(32);

  constructor(private readonly clock: Clock) {}

  add(file: Pick<Media, 'filename' | 'contentType' | 'category' | 'author' | 'content'>): Media {
    const dateCreated = this.clock.now().toISOString();
    const media = { ...file, sid: newSid('ME'), dateCreated, conversationSid: null, messageSid: null };
    this.bySid.set(media.sid, media);
    return media;
  }

  get(sid: string): Media | undefined {
    return this.bySid.get(sid);
  }

  /** @throws TwilioRestError 20001 for files that are not there, or belong to a message already. */
  free(sids: readonly string[]): Media[] {
    return sids.map((sid) => {
      const media = this.bySid.get(sid);
      if (!media || media.messageSid !== null) throw invalidParameter(`MediaSid ${sid} cannot be used`);
      return media;
    });
  }

  /** Files go with the message that they belong to. */
  removeOf(messageSid: string): void {
    for (const { sid, ...media } of this.bySid.values()) if (media.messageSid === messageSid) this.bySid.delete(sid);
  }

  reset(): void {
    this.bySid.clear();
  }

  /** A new address each time. */
  temporaryUrl({ sid }: Media): string {
    const expires = Math.floor((this.clock.now().getTime() + addressLifetimeMs) / 1_000);
    const query = new URLSearchParams({
      Expires: `${expires}`,
      Signature: this.sign(sid, expires),
      'Key-Pair-Id': 'K1',
    });
    return `https://media.us1.twilio.com/${sid}?${query}`;
  }

  /** The file at a temporary address; undefined when the address is forged or its time is over. */
  at(sid: string, query: URLSearchParams): Media | undefined {
    const expires = Number(query.get('Expires'));
    const presented = Buffer.from(query.get('Signature') ?? '');
    const right = Buffer.from(this.sign(sid, expires));
    if (presented.length !== right.length || !timingSafeEqual(presented, right)) return undefined;
    return expires * 1_000 > this.clock.now().getTime() ? this.bySid.get(sid) : undefined;
  }

  private sign(sid: string, expires: number): string {
    return createHmac('sha256', this.key).update(`${sid}/${expires}`).digest('base64url');
  }
}
