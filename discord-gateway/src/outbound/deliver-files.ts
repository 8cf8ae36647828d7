import type { Pool } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import { sendDirectFile } from '../discord/direct-messages';
import { messageNonce } from '../discord/message-nonce';
import { TransferFailed } from '../files/transfer-failed';
import { createPatience } from '../flow/patience';
import type { Slots } from '../flow/slots';
import type { OnFile } from '../metrics/file-event';
import { type OutboxRow, recordPart } from '../store/outbox';
import type { ConversationsApi, MessageFile } from '../twilio/conversations-api';
import type { MediaApi } from '../twilio/media-api';
import { fileDigest } from './part-digest';

/** What carries files to players. */
export interface OutboundFiles {
  media: MediaApi;
  /** How many files are in memory at once. */
  slots: Slots;
  /** Told of each file that was carried or not. */
  onFile?: OnFile;
}

export interface DeliverFilesDependencies {
  pool: Pool;
  rest: REST;
  conversations: ConversationsApi;
  files: OutboundFiles;
}

export type FilesDelivery =
  | { kind: 'sent'; count: number }
  /** In plain words, for the agent. What could be sent was. */
  | { kind: 'undeliverable'; reason: string };

/** What Discord takes from a bot as one file. https://docs.discord.com/developers/reference#uploading-files */
export const maxDirectFileBytes = 10 * 1_024 * 1_024;

/** After this many attempts a file that Twilio does not give is given up: some 15 minutes. Behind it the DM waits. */
const maxAttempts = 20;
const patience = { stallMs: 20_000, totalMs: 60_000 };

/**
 * Brings the files of a message to the player, behind its text, each as a part of its own: once, by nonce and by record.
 * Those that are too large for Discord are never parts, so that a message that is sent again counts as before.
 * @throws TransferFailed, or what the clients throw, when the attempt is to be repeated.
 */
export async function deliverFiles(
  deps: DeliverFilesDependencies,
  dmChannelId: string,
  row: OutboxRow,
  textParts: number,
): Promise<FilesDelivery> {
  const { pool, rest, conversations, files } = deps;
  const all = await conversations.filesOf(row.conversationSid, row.sid);
  const fitting = all.filter(({ size }) => size <= maxDirectFileBytes);
  for (const [place, file] of fitting.entries()) {
    const part = textParts + place;
    if (part < row.partsSent) continue;
    const content = await files.slots.hold(() => readFile(deps, row, file));
    if (content === undefined) return { kind: 'undeliverable', reason: unreadable(file) };
    const id = await sendDirectFile(rest, dmChannelId, { ...file, content }, messageNonce(row.sid, part));
    await recordPart(pool, row, { discordMessageId: id, digest: fileDigest(file.sid) });
    files.onFile?.({ direction: 'outbound', outcome: 'carried', bytes: content.length });
  }
  const tooBig = all.filter((file) => !fitting.includes(file));
  for (const _ of tooBig) files.onFile?.({ direction: 'outbound', outcome: 'too-big' });
  return tooBig.length > 0
    ? { kind: 'undeliverable', reason: tooLarge(tooBig) }
    : { kind: 'sent', count: fitting.length };
}

/** Undefined when Twilio has it no more, or never gives it. */
async function readFile(
  { files }: DeliverFilesDependencies,
  row: OutboxRow,
  { sid }: MessageFile,
): Promise<Buffer | undefined> {
  const waiting = createPatience(patience);
  try {
    const read = await files.media.read(sid, maxDirectFileBytes, waiting);
    if (read.kind === 'read') return read.content;
    files.onFile?.({ direction: 'outbound', outcome: read.kind });
    return undefined;
  } catch (error) {
    if (!(error instanceof TransferFailed) || !error.mayBeTheFile || row.attempts + 1 < maxAttempts) throw error;
    files.onFile?.({ direction: 'outbound', outcome: 'unavailable' });
    return undefined;
  } finally {
    waiting.end();
  }
}

const longestName = 60;
const shortName = ({ name }: MessageFile) => (name.length > longestName ? `${name.slice(0, longestName)}…` : name);

function tooLarge(files: readonly MessageFile[]): string {
  const [first, ...more] = files.map(shortName);
  const named = more.length > 0 ? `${first} and ${more.length} more` : first;
  return `The player did not get ${named}: Discord takes at most 10 MB a file from us. Send something smaller, or a link.`;
}

function unreadable(file: MessageFile): string {
  return `The player did not get ${shortName(file)} and what comes after it: the file cannot be read any more. Attach it again.`;
}
