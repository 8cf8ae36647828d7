import { conversationBySid } from '../store/conversations';
import { resendFailed } from '../store/outbox';
import { unparkInboxRow } from '../store/parked';
import type { Effect } from './effect';

/** Tries something again that was set aside: an operator asked for it. What is there already is not done twice. */
export const retryParked: Effect<'retry-parked'> = async (deps, { id, key }) => {
  const { pool, lanes, inboundLanes, conversations, logger } = deps;
  const lane = await unparkInboxRow(pool, id);
  if (lane !== undefined) return inboundLanes.wake(lane);
  const [, conversationSid, index] = /^out-(CH[0-9a-f]{32})-(\d+)$/.exec(id) ?? [];
  if (!conversationSid || index === undefined) return;
  const conversation = await conversationBySid(pool, conversationSid);
  // Its content went when it failed; Twilio has it.
  const message = (await conversations.messagesFrom(conversationSid, Number(index))).find(
    (one) => one.index === Number(index),
  );
  if (!conversation || !message) return logger.warn({ id }, 'what was to be tried again is gone');
  await resendFailed(pool, conversationSid, message, `operator:${key}`);
  lanes.wake(conversation.dmChannelId);
};
