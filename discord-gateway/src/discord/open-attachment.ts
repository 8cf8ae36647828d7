import type { REST } from '@discordjs/rest';
import { type APIMessage, Routes } from 'discord-api-types/v10';
import { type TransferFailed, transferFailed, transferRefused } from '../files/transfer-failed';
import type { Patience } from '../flow/patience';
import type { RemoteObserver } from '../metrics/remote-observer';
import { discordFailure } from './discord-failure';
import { locateAttachment } from './locate-attachment';

export interface AttachmentDependencies {
  rest: REST;
  /** Base address of Discord's CDN, without a trailing slash. */
  cdnUrl: string;
  fetch: typeof globalThis.fetch;
  observer?: RemoteObserver;
}

/** Where an attachment is: in which message, and the address that it had when the message was read. */
export interface AttachmentPlace {
  dmChannelId: string;
  messageId: string;
  attachmentId: string;
  url: string;
}

export type OpenedAttachment =
  /** `size` in bytes; undefined when Discord does not tell it. */
  | { kind: 'open'; content: ReadableStream<Uint8Array>; size: number | undefined }
  /** The player deleted it, or it is at an address that is none of Discord's. */
  | { kind: 'gone' };

/** What Discord's CDN answers once an address has expired, and for a file that is gone. */
const expiredOrGone = new Set([403, 404, 410]);

/**
 * Opens a file of a message for reading. Its address is signed and expires after a day: then the message is read
 * again, which tells a new one. Nothing is followed elsewhere, and no token of ours goes with it.
 * @throws TransferFailed, or what the Discord client throws, when it is to be tried again.
 */
export async function openAttachment(
  deps: AttachmentDependencies,
  place: AttachmentPlace,
  patience: Patience,
): Promise<OpenedAttachment> {
  const opened = await openAt(deps, place.url, patience);
  if (opened.kind === 'open') return opened;
  const url = await addressNow(deps, place);
  return url === undefined ? { kind: 'gone' } : openAt(deps, url, patience);
}

async function openAt(
  { cdnUrl, fetch, observer }: AttachmentDependencies,
  address: string,
  patience: Patience,
): Promise<OpenedAttachment> {
  const url = locateAttachment(address, cdnUrl);
  if (!url) return { kind: 'gone' };
  const response = await fetch(url, {
    redirect: 'error',
    // A file that is unpacked on the way would not have the length that it is announced with.
    headers: { 'accept-encoding': 'identity' },
    signal: patience.signal,
  }).catch((error: unknown) => {
    throw counted(observer, transferFailed('discord', error));
  });
  if (response.ok && response.body) return { kind: 'open', content: response.body, size: sizeOf(response) };
  await response.body?.cancel();
  if (expiredOrGone.has(response.status)) return { kind: 'gone' };
  throw counted(observer, transferRefused('discord', response));
}

function sizeOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}

function counted(observer: RemoteObserver | undefined, failure: TransferFailed): TransferFailed {
  observer?.failed(`cdn-${failure.code}`);
  return failure;
}

/** The address that the file has in its message now; undefined when the player has deleted it. */
async function addressNow(
  { rest }: AttachmentDependencies,
  { dmChannelId, messageId, attachmentId }: AttachmentPlace,
): Promise<string | undefined> {
  try {
    const message = (await rest.get(Routes.channelMessage(dmChannelId, messageId))) as APIMessage;
    return message.attachments.find(({ id }) => id === attachmentId)?.url;
  } catch (error) {
    if (discordFailure(error)?.kind === 'refused') return undefined;
    throw error;
  }
}
