import { type AttachmentDependencies, openAttachment } from '../discord/open-attachment';
import { limitStream } from '../files/limit-stream';
import { createPatience, type PatienceOptions } from '../flow/patience';
import type { MediaApi } from '../twilio/media-api';
import type { PlayerFile } from './player-file';

export interface BringFileDependencies extends AttachmentDependencies {
  media: MediaApi;
  /** How long a transfer is waited for; as it should be when left out. */
  patience?: PatienceOptions;
  /** Aborted when the worker is to end: the next one begins the file anew. */
  signal?: AbortSignal;
}

/** Why the agent does not have a file. */
export type WhyLeftOut =
  | 'too-big'
  /** Twilio will not take it. */
  | 'refused'
  /** It is not in Discord any more. */
  | 'gone'
  /** Trying again did not help. */
  | 'unavailable';

export type BroughtFile = { kind: 'uploaded'; mediaSid: string; bytes: number } | { kind: 'left-out'; why: WhyLeftOut };

/** What Twilio stores as one file: 150 MB. https://www.twilio.com/docs/conversations/conversations-limits */
export const maxFileBytes = 150_000_000;

const defaultPatience: PatienceOptions = { stallMs: 20_000, totalMs: 5 * 60_000 };

/**
 * Carries a file from Discord to Twilio, as a stream: what is in memory does not grow with its size.
 * @throws TransferFailed, or what the Discord client throws, when it is to be tried again.
 */
export async function bringFile(
  deps: BringFileDependencies,
  dmChannelId: string,
  file: PlayerFile,
): Promise<BroughtFile> {
  const { name, contentType } = file;
  if (file.size > maxFileBytes) return { kind: 'left-out', why: 'too-big' };
  const patience = createPatience(deps.patience ?? defaultPatience);
  deps.signal?.addEventListener('abort', patience.end);
  try {
    const opened = await openAttachment(deps, { ...file, dmChannelId }, patience);
    if (opened.kind === 'gone') return { kind: 'left-out', why: 'gone' };
    const { size } = opened;
    if (size !== undefined && size > maxFileBytes) {
      await opened.content.cancel();
      return { kind: 'left-out', why: 'too-big' };
    }
    const limited = limitStream(opened.content, { maxBytes: maxFileBytes, onProgress: patience.progress });
    try {
      const upload = await deps.media.upload({ name, contentType, content: limited.stream, size }, patience);
      return upload.kind === 'uploaded'
        ? { ...upload, bytes: limited.bytes() }
        : { kind: 'left-out', why: upload.kind };
    } catch (error) {
      if (limited.exceeded()) return { kind: 'left-out', why: 'too-big' };
      throw error;
    }
  } finally {
    deps.signal?.removeEventListener('abort', patience.end);
    patience.end();
  }
}
