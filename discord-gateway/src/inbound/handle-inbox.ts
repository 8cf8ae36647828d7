import { ZodError } from 'zod';
import { answerQuestion } from '../case-questions/answer-question';
import { answerCommandFailure } from '../commands/answer-command';
import type { CommandDependencies, Commands } from '../commands/command';
import { discordFailure } from '../discord/discord-failure';
import { TransferFailed } from '../files/transfer-failed';
import { backOff } from '../flow/back-off';
import { isDefect, maxDefects } from '../flow/is-defect';
import type { StepOutcome } from '../flow/lanes';
import { ageOfSnowflake } from '../metrics/age-of-snowflake';
import type { OnSettled, Settled } from '../metrics/settled';
import { closeConversation, latestConversation } from '../store/conversations';
import type { DmChannel } from '../store/dm-channels';
import { delayInboxRow, finishInboxRow, type InboxRow, postponeInboxRow } from '../store/inbox';
import type { InboxWork } from '../store/inbox-work';
import { isTwilioRefusal, twilioCode, twilioFailure } from '../twilio/twilio-failure';
import { changeMessage } from './change-message';
import { type FileDependencies, handleFile } from './handle-file';
import { parkRow } from './park-row';
import { playerChange } from './player-change';
import { playerMessage } from './player-message';
import {
  OutcomePending,
  type PublishedMessage,
  publishMessage,
  publishTranscriptNotice,
  UnpublishableMessage,
} from './publish-message';
import { transcriptNotice } from './publish-notice';
import { outreachRow, publishOutreach } from './publish-outreach';
import { commandCall } from './read-dispatch';

export interface InboxDependencies extends FileDependencies, CommandDependencies {
  commands: Commands;
  onSettled?: OnSettled;
}

const retry = { baseMs: 500, maxMs: 60_000 };

/** Milliseconds between two looks for what a request without an answer may have done. */
const lookAgainMs = 2_000;

/** Milliseconds until a file looks again whether it is its turn. */
const fileTurnMs = 250;

/** After this many failures a command is given up: its interaction can be answered for 15 minutes only. */
const maxCommandAttempts = 12;

/** Handles the first row that waits in a lane of the inbox. */
export async function handleInbox(deps: InboxDependencies, lane: string): Promise<StepOutcome> {
  const work = await deps.batches.nextOf(lane);
  if (!work) return { kind: 'idle' };
  const { row } = work;
  if (row.dueInMs > 0) return { kind: 'later', delayMs: row.dueInMs };
  if (row.kind === 'file' && deps.files.slots.isFull()) return { kind: 'later', delayMs: fileTurnMs };
  const logger = deps.logger.child({ discordId: row.discordId, lane, attempt: row.attempts + 1 });
  try {
    let published: PublishedMessage | undefined;
    if (row.kind === 'message') published = await handleMessage(deps, lane, work);
    else if (row.kind === 'file') published = await handleFile({ ...deps, logger }, lane, row);
    else if (row.kind === 'change') await changeMessage(deps, row.position, playerChange.parse(row.payload));
    else if (row.kind === 'notice') await handleNotice(deps, work);
    else if (row.kind === 'outreach') await handleOutreach(deps, lane, row);
    else await handleCommand(deps, row);
    deps.attempted.end(row.position);
    deps.onSettled?.({ direction: directionOf(row), outcome: 'sent', latencyMs: latencyOf(row) });
    // From here on the message is known by its place in the conversation: these ids join both halves of its way.
    logger.debug({ kind: row.kind, ...published?.at }, 'handled');
    // Whatever comes in meanwhile wakes the lane, so that nothing has to be looked for.
    if (published && !published.moreWaits) return { kind: 'idle' };
  } catch (error) {
    await settleFailure({ ...deps, logger }, lane, row, error);
  }
  return { kind: 'worked' };
}

function directionOf(row: InboxRow): Settled['direction'] {
  return row.kind === 'command' ? 'commands' : 'inbound';
}

/** Only a message and a command are as old as the id that they are stored under. */
function latencyOf({ kind, discordId }: InboxRow): number | undefined {
  return kind === 'message' || kind === 'command' ? ageOfSnowflake(discordId) : undefined;
}

async function handleMessage(
  deps: InboxDependencies,
  dmChannelId: string,
  work: InboxWork,
): Promise<PublishedMessage | undefined> {
  const { row } = work;
  const message = playerMessage.parse(row.payload);
  if ((await answerQuestion(deps, dmChannelId, message)) === 'answered') {
    await finishInboxRow(deps.pool, row.position);
    return undefined;
  }
  return publishMessage(deps, {
    position: row.position,
    dm: requireDm(work),
    message,
    attempt: deps.attempted.begin(row.position),
  });
}

async function handleNotice(deps: InboxDependencies, work: InboxWork): Promise<void> {
  const { row } = work;
  const toPublish = { position: row.position, dm: requireDm(work), attempt: deps.attempted.begin(row.position) };
  await publishTranscriptNotice(deps, toPublish, transcriptNotice.parse(row.payload));
}

function requireDm({ row, dm }: InboxWork): DmChannel {
  if (!dm) throw new Error(`The DM channel of ${row.discordId} was never remembered`);
  return dm;
}

async function handleOutreach(deps: InboxDependencies, dmChannelId: string, row: InboxRow): Promise<void> {
  const { outreachId } = outreachRow.parse(row.payload);
  const attempt = deps.attempted.begin(row.position);
  await publishOutreach(deps, { position: row.position, dmChannelId, outreachId, attempt });
}

async function handleCommand(deps: InboxDependencies, row: InboxRow): Promise<void> {
  const call = commandCall.parse(row.payload);
  const command = deps.commands.find(({ definition }) => definition.name === call.name);
  if (command) await command.run(deps, call);
  else await answerCommandFailure(deps, call);
  await finishInboxRow(deps.pool, row.position);
}

/** Decides what becomes of a row whose attempt failed: again later, or parked. Defects are repeated too: nothing is lost. */
async function settleFailure(deps: InboxDependencies, lane: string, row: InboxRow, error: unknown): Promise<void> {
  const { pool, logger } = deps;
  if (error instanceof OutcomePending) {
    logger.info({ settlesInMs: error.settlesInMs }, 'an earlier request may still be under way, looking again');
    return delayInboxRow(pool, row.position, Math.min(error.settlesInMs, lookAgainMs));
  }
  if (isAnswered(error)) deps.attempted.answered(row.position);
  if (error instanceof UnpublishableMessage) {
    logger.error({ err: error }, 'parked a message that Twilio refuses');
    deps.attempted.end(row.position);
    return park(deps, lane, row, error.code);
  }
  if (row.kind === 'command' && isHopeless(row, error)) {
    logger.error({ err: error }, 'parked a command');
    await answerCommandFailure(deps, commandCall.parse(row.payload));
    return park(deps, lane, row, errorCode(error));
  }
  if (isDefect(error) && (row.attempts + 1 >= maxDefects || error instanceof ZodError)) {
    logger.error({ err: error }, 'parked what cannot be handled');
    return park(deps, lane, row, errorCode(error));
  }
  deps.onSettled?.({ direction: directionOf(row), outcome: 'postponed' });
  if (isTwilioRefusal(error, twilioCode.conversationClosed) || isTwilioRefusal(error, twilioCode.notFound)) {
    const conversation = await latestConversation(pool, lane);
    if (conversation?.conversationSid) await closeConversation(pool, conversation.conversationSid);
    logger.info({ conversationSid: conversation?.conversationSid }, 'the conversation is over, starting another one');
    return postponeInboxRow(pool, row.position, { code: errorCode(error), delayMs: row.attempts === 0 ? 0 : 1_000 });
  }
  const failure = twilioFailure(error) ?? discordFailure(error);
  const asking = error instanceof TransferFailed ? error : failure?.kind === 'not-now' ? failure : undefined;
  const delayMs = Math.max(asking?.retryAfterMs ?? 0, backOff(row.attempts + 1, retry));
  logger.warn({ err: error, delayMs }, 'could not handle, trying again');
  await postponeInboxRow(pool, row.position, { code: errorCode(error), delayMs });
}

/** False when a request went out and nothing is known of what became of it. */
function isAnswered(error: unknown): boolean {
  const failure = twilioFailure(error);
  return failure?.kind !== 'unknown-outcome' || failure.code.startsWith('http-') || failure.code === 'ECONNREFUSED';
}

async function park(deps: InboxDependencies, lane: string, row: InboxRow, code: string): Promise<void> {
  await parkRow(deps.pool, lane, row, code);
  deps.onSettled?.({ direction: directionOf(row), outcome: 'parked' });
}

function isHopeless(row: InboxRow, error: unknown): boolean {
  return row.attempts + 1 >= maxCommandAttempts || discordFailure(error)?.kind === 'refused';
}

function errorCode(error: unknown): string {
  if (error instanceof TransferFailed) return error.code;
  const code = twilioFailure(error)?.code ?? discordFailure(error)?.code;
  return String(code ?? (error instanceof Error ? error.name : 'unknown'));
}
