import type { Patience } from '../flow/patience';

export interface FileToUpload {
  name: string;
  contentType: string;
  content: ReadableStream<Uint8Array>;
  /** Bytes, when they are known. */
  size: number | undefined;
}

/** What became of an upload. */
export type Upload =
  | { kind: 'uploaded'; mediaSid: string }
  /** Twilio will never take this file. */
  | { kind: 'refused' | 'too-big' };

/** What became of reading a file. */
export type ReadFile = { kind: 'read'; content: Buffer<ArrayBuffer> } | { kind: 'gone' | 'too-big' };

/**
 * What the relay asks of Twilio's Media Content Service, which the official client does not speak. Nothing is retried
 * here. https://www.twilio.com/docs/conversations/api/media-resource
 */
export interface MediaApi {
  /**
   * Stores a file that a message can then name. There is no way to ask whether an upload without an answer was done:
   * repeated, it leaves a file behind that no message names and nobody sees.
   * @throws TransferFailed
   */
  upload(file: FileToUpload, patience: Patience): Promise<Upload>;
  /**
   * Reads a file whole, of at most `maxBytes`: Discord's client takes nothing else. Two requests.
   * @throws TransferFailed
   */
  read(mediaSid: string, maxBytes: number, patience: Patience): Promise<ReadFile>;
}
