import type { Pool } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import type { SessionInfo } from '@discordjs/ws';
import type { Logger } from 'pino';
import { type AnswerableInteraction, acknowledgePress, deferEphemerally } from '../discord/answer-interaction';
import type { GatewayMemory } from '../discord/open-gateway';
import type { Lanes } from '../flow/lanes';
import { commitEvents, laneOf } from './commit-events';
import { createEventSink, type SinkEntry } from './event-sink';
import { readDispatch } from './read-dispatch';

export interface GatewayMemoryDependencies {
  pool: Pool;
  rest: REST;
  applicationId: string;
  /** As loaded from the database at start. */
  session: SessionInfo | null;
  lanes: Lanes;
  logger: Logger;
  signal: AbortSignal;
}

/**
 * Receives the gateway: reads each event, has it stored with its sequence, and wakes the lane that handles it.
 * A command is acknowledged at once, since Discord waits for 3 s only and the database may be slow; the press of a
 * button after it is stored, since the acknowledgement says that it was taken.
 */
export function createGatewayMemory(deps: GatewayMemoryDependencies): GatewayMemory {
  const { pool, rest, applicationId, session, lanes, logger, signal } = deps;

  function acknowledge(answer: typeof deferEphemerally, interaction: AnswerableInteraction): void {
    answer(rest, interaction).catch((error: unknown) => {
      logger.warn({ err: error, interactionId: interaction.id }, 'an interaction could not be acknowledged in time');
    });
  }

  function onCommitted(entries: readonly SinkEntry[]): void {
    for (const entry of entries) {
      if (entry.kind !== 'event') continue;
      const { meaning } = entry;
      if (meaning.kind === 'press')
        acknowledge(acknowledgePress, { id: meaning.message.discordId, token: meaning.token });
      const lane = laneOf(meaning);
      if (lane !== undefined) lanes.wake(lane);
    }
  }

  const sink = createEventSink({
    session,
    commit: (entries, next) => commitEvents(pool, applicationId, entries, next),
    onCommitted,
    logger,
    signal,
  });

  return {
    committedSession: sink.session,
    keepSession: (next) => sink.accept({ kind: 'session', session: next }),
    keepDispatch(payload) {
      const meaning = readDispatch(payload, rest.cdn);
      if (meaning.kind === 'command') {
        acknowledge(deferEphemerally, { id: meaning.call.interactionId, token: meaning.call.token });
      }
      sink.accept({ kind: 'event', sequence: payload.s, meaning });
    },
    flush: sink.flush,
  };
}
