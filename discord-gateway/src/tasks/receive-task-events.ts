import { inTransaction, type Pool, type Queryable } from '@discord-channel/database';
import { agentJoined, agentLeft, stillLooking, taskEnded } from '@discord-channel/virtual-agent';
import type { Logger } from 'pino';
import { conversationBySid, markAgentJoined } from '../store/conversations';
import { rememberTaskEvent } from '../store/task-events';
import { type CloudEvent, cloudEvent, readTaskEvent, type TaskHappening } from './task-event';

export interface ReceiveTaskEventsDependencies {
  pool: Pool;
  logger: Logger;
}

/** The body is not what Event Streams sends: repeating it does not help. */
export class MalformedEvents extends Error {
  override readonly name = 'MalformedEvents';
}

/**
 * Acts on TaskRouter events, each once: an event's id is stored in the transaction that acts on it, since Event
 * Streams repeats and keeps no order. When this resolves it is safe to answer 2xx; when it rejects Twilio is to send
 * them again.
 * An element that is no event is logged and left out: those beside it count all the same.
 * @throws MalformedEvents for a body that is no array.
 */
export async function receiveTaskEvents({ pool, logger }: ReceiveTaskEventsDependencies, body: Buffer): Promise<void> {
  for (const event of parse(body, logger)) {
    const happening = readTaskEvent(event);
    if (!happening) continue;
    const outcome = await inTransaction(pool, async (db) => {
      if ((await rememberTaskEvent(db, event)) === 'seen before') return 'seen before';
      return act(db, happening);
    });
    logger.info(
      { eventId: event.id, type: event.type, conversationSid: happening.conversationSid, outcome },
      'task event',
    );
  }
}

function parse(body: Buffer, logger: Logger): CloudEvent[] {
  return parseArray(body).flatMap((element) => {
    const event = cloudEvent.safeParse(element);
    if (event.success) return [event.data];
    logger.warn({ malformed: event.error.issues.map(({ path }) => path.join('.')) }, 'left out what is no task event');
    return [];
  });
}

function parseArray(body: Buffer): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new MalformedEvents('the body is not JSON', { cause: error });
  }
  if (!Array.isArray(parsed)) throw new MalformedEvents('the body is no array of events');
  return parsed;
}

async function act(db: Queryable, happening: TaskHappening): Promise<'done' | 'not ours'> {
  const { conversationSid } = happening;
  const conversation = await conversationBySid(db, conversationSid);
  if (!conversation) return 'not ours';
  switch (happening.kind) {
    case 'agent-joined':
      await markAgentJoined(db, conversationSid);
      await agentJoined(db, happening);
      break;
    case 'agent-left':
      await agentLeft(db, happening);
      break;
    case 'not-taken':
      await stillLooking(db, conversationSid);
      break;
    case 'task-ended':
    case 'given-up':
      await taskEnded(db, { ...happening, givenUp: happening.kind === 'given-up' });
      break;
  }
  return 'done';
}
