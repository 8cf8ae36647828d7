import { enqueueJob } from '@discord-channel/database';
import type { Logger } from 'pino';
import { TransferFailed } from '../files/transfer-failed';
import type { Slots } from '../flow/slots';
import type { OnFile } from '../metrics/file-event';
import { readDmChannel } from '../store/dm-channels';
import { type InboxRow, saveMediaSid } from '../store/inbox';
import { isTwilioRefusal, twilioCode } from '../twilio/twilio-failure';
import type { AttemptedRows } from './attempted-rows';
import { type BringFileDependencies, bringFile, type WhyLeftOut } from './bring-file';
import { nameLeftOut, tellLeftOut } from './name-left-out';
import { type PlayerFile, playerFile } from './player-file';
import {
  type PublishDependencies,
  type PublishedMessage,
  publishMessage,
  UnpublishableMessage,
} from './publish-message';

/** What carries files, beside what carries messages. */
export interface Files extends Omit<BringFileDependencies, 'rest'> {
  /** How many files are carried at once, so that slow ones leave room for other DMs. */
  slots: Slots;
  /** Told of each file that was carried or left out. */
  onFile?: OnFile;
}

export interface FileDependencies extends PublishDependencies, Pick<BringFileDependencies, 'rest'> {
  files: Files;
  attempted: AttemptedRows;
  logger: Logger;
}

/** After this many failures that may be the file's own it is left out: some 15 minutes. Behind it the DM waits. */
const maxAttempts = 20;
/** Twilio refused the message for what was uploaded: a new upload may help, once or twice. */
const maxUploads = 3;

/**
 * Brings a file of a player's message into the conversation, as a message of its own behind those before it. A file
 * that cannot come is named there with the reason, and the player is told.
 * @throws TransferFailed, OutcomePending, or what the clients throw, when it is to be tried again.
 */
export async function handleFile(
  deps: FileDependencies,
  dmChannelId: string,
  row: InboxRow,
): Promise<PublishedMessage> {
  const file = playerFile.parse(row.payload);
  const brought = row.mediaSid === null ? await bring(deps, dmChannelId, row, file) : { mediaSid: row.mediaSid };
  if ('why' in brought) return leaveOut(deps, dmChannelId, row, file, brought.why);
  try {
    return await publish(deps, dmChannelId, row, file, { body: '', mediaSid: brought.mediaSid });
  } catch (error) {
    // 404 may mean the conversation as well as the file: the file is tried first.
    const isFile = error instanceof UnpublishableMessage;
    const isLastUpload = row.attempts + 1 >= maxUploads;
    if (!isFile && (isLastUpload || !isTwilioRefusal(error, twilioCode.notFound))) throw error;
    if (isFile && isLastUpload) return leaveOut(deps, dmChannelId, row, file, 'refused');
    await saveMediaSid(deps.pool, row.position, null);
    throw new TransferFailed('twilio', 'media-not-taken', undefined, { cause: error });
  }
}

/** What it became in Twilio is on record before anything names it: it is not uploaded again. */
async function bring(
  deps: FileDependencies,
  dmChannelId: string,
  row: InboxRow,
  file: PlayerFile,
): Promise<{ mediaSid: string } | { why: WhyLeftOut }> {
  const { pool, rest, files } = deps;
  try {
    const brought = await files.slots.hold(() => bringFile({ ...files, rest }, dmChannelId, file));
    if (brought.kind === 'left-out') return brought;
    await saveMediaSid(pool, row.position, brought.mediaSid);
    files.onFile?.({ direction: 'inbound', outcome: 'carried', bytes: brought.bytes });
    return brought;
  } catch (error) {
    const isHopeless = error instanceof TransferFailed && error.mayBeTheFile && row.attempts + 1 >= maxAttempts;
    if (!isHopeless) throw error;
    deps.logger.error({ err: error }, 'gave up a file of a player');
    return { why: 'unavailable' };
  }
}

async function leaveOut(
  deps: FileDependencies,
  dmChannelId: string,
  row: InboxRow,
  file: PlayerFile,
  why: WhyLeftOut,
): Promise<PublishedMessage> {
  const { origin } = await readDmChannel(deps.pool, dmChannelId);
  // Once per key, however often it is written down: it comes before the line, so that no kill can lose it.
  const told = { dmChannelId, key: `file:${row.discordId}`, text: tellLeftOut(file, why, origin.locale) };
  await enqueueJob(deps.pool, 'tell-player', told, { key: told.key });
  const line = { body: nameLeftOut(file, why), uncarried: ['attachment' as const] };
  const posted = await publish(deps, dmChannelId, row, file, line);
  deps.files.onFile?.({ direction: 'inbound', outcome: why });
  deps.logger.info({ why }, 'a file was left out');
  return posted;
}

async function publish(
  deps: FileDependencies,
  dmChannelId: string,
  { position }: InboxRow,
  { messageId, part }: PlayerFile,
  content: { body: string; mediaSid?: string; uncarried?: ['attachment'] | 'attachment'[] },
): Promise<PublishedMessage> {
  const message = { discordId: messageId, part, ...content };
  // The upload took its time: what was read with the row may be old.
  const dm = await readDmChannel(deps.pool, dmChannelId);
  return publishMessage(deps, { position, dm, message, attempt: deps.attempted.begin(position) });
}
