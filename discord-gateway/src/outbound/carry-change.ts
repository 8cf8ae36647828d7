import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import {
  type DirectMessage,
  deleteDirectMessage,
  editDirectMessage,
  sendDirectMessage,
} from '../discord/direct-messages';
import { discordFailure, isDiscordRefusal } from '../discord/discord-failure';
import { messageNonce } from '../discord/message-nonce';
import type { StepOutcome } from '../flow/lanes';
import {
  finishChange,
  firstChange,
  giveUpChange,
  type OutboxChange,
  postponeChange,
  saveParts,
} from '../store/outbox-changes';
import { twilioFailure } from '../twilio/twilio-failure';
import type { OutboundDependencies } from './outbound-dependencies';
import { isFileDigest, partDigest } from './part-digest';
import { postponement } from './postponement';
import { presentMessage } from './present-message';
import { whyUndeliverable } from './why-undeliverable';

/** Edits or deletes the next message of a DM that was changed after it was brought to the player; idle when none was. */
export async function carryChange(deps: OutboundDependencies, dmChannelId: string): Promise<StepOutcome> {
  const change = await firstChange(deps.pool, dmChannelId);
  if (!change) return { kind: 'idle' };
  if (change.dueInMs > 0) return { kind: 'later', delayMs: change.dueInMs };
  const logger = deps.logger.child({ conversationSid: change.conversationSid, index: change.index, kind: change.kind });
  try {
    if (change.kind === 'delete') await removeAll(deps, dmChannelId, change);
    else if (change.messageState === 'sent') await edit(deps, dmChannelId, change);
    await finishChange(deps.pool, change);
    logger.debug('changed what the player sees');
  } catch (error) {
    return settleFailure({ ...deps, logger }, change, error);
  }
  return { kind: 'worked' };
}

/** Makes each part what it is to be: those that stay cost nothing, new ones come last, the rest goes. Files stay. */
async function edit(deps: OutboundDependencies, dmChannelId: string, change: OutboxChange): Promise<void> {
  const parts = partsOf(change).filter(({ digest }) => !isFileDigest(digest));
  const files = partsOf(change).filter(({ digest }) => isFileDigest(digest));
  const wanted = presentMessage(change);
  for (const [place, message] of wanted.entries()) {
    const digest = partDigest(message);
    const present = parts[place];
    if (present?.digest === digest) continue;
    if (present) await editDirectMessage(deps.rest, dmChannelId, present.id, message);
    parts[place] = { id: present?.id ?? (await sendAnother(deps, dmChannelId, change, place, message)), digest };
    await saveParts(deps.pool, change, [...parts, ...files]);
  }
  while (parts.length > wanted.length) {
    await deleteDirectMessage(deps.rest, dmChannelId, parts.at(-1)?.id ?? '');
    parts.pop();
    await saveParts(deps.pool, change, [...parts, ...files]);
  }
}

function partsOf({ discordMessageIds, partDigests }: OutboxChange): { id: string; digest: string }[] {
  return discordMessageIds.map((id, place) => ({ id, digest: partDigests[place] ?? '' }));
}

function sendAnother(
  { rest }: OutboundDependencies,
  dmChannelId: string,
  { messageSid, updatedAt }: OutboxChange,
  place: number,
  message: DirectMessage,
): Promise<string> {
  return sendDirectMessage(rest, dmChannelId, message, messageNonce(`${messageSid}/${updatedAt}`, place));
}

async function removeAll(
  { pool, rest }: OutboundDependencies,
  dmChannelId: string,
  change: OutboxChange,
): Promise<void> {
  const parts = partsOf(change);
  while (parts.length > 0) {
    await deleteDirectMessage(rest, dmChannelId, parts.at(-1)?.id ?? '');
    parts.pop();
    await saveParts(pool, change, parts);
  }
}

async function settleFailure(deps: OutboundDependencies, change: OutboxChange, error: unknown): Promise<StepOutcome> {
  const { pool, conversations, logger } = deps;
  const failure = discordFailure(error);
  if (failure?.kind !== 'refused') {
    const again = postponement(error, change.attempts);
    const { delayMs } = again;
    await postponeChange(pool, change, again);
    if (again.failures === 0) return { kind: 'later', delayMs };
    logger.warn({ err: error, delayMs }, 'could not change what the player sees, trying again');
    return { kind: 'worked' };
  }
  logger.warn({ err: error }, 'what the player sees cannot be changed');
  if (change.kind === 'edit' && change.messageSid && !isDiscordRefusal(error, RESTJSONErrorCodes.UnknownMessage)) {
    const reason = `The player still sees what it said before. ${whyUndeliverable(failure.code)}`;
    try {
      await conversations.mergeMessageAttributes(change.conversationSid, change.messageSid, {
        delivery: { state: 'failed', reason },
      });
    } catch (untold) {
      if (twilioFailure(untold)?.kind !== 'refused') throw untold;
    }
  }
  await giveUpChange(pool, change);
  return { kind: 'worked' };
}
