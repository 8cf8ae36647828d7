import type { Pool } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import type { SessionInfo } from '@discordjs/ws';
import type { Logger } from 'pino';
import type { Commands } from '../commands/command';
import { acknowledgePress, deferEphemerally, deferOpenly, showForm } from '../discord/answer-interaction';
import type { GatewayMemory } from '../discord/open-gateway';
import type { Lanes } from '../flow/lanes';
import { commitEvents, laneOf } from './commit-events';
import { createEventSink, type EventSink, type SinkEntry } from './event-sink';
import { type DispatchMeaning, readDispatch } from './read-dispatch';

export interface GatewayMemoryDependencies {
  pool: Pool;
  rest: REST;
  applicationId: string;
  /** As loaded from the database at start. */
  session: SessionInfo | null;
  lanes: Pick<Lanes, 'wake'>;
  commands: Commands;
  /** Told when a new session is stored: what no session heard is to be read from the channels. */
  onNewSession: () => void;
  logger: Logger;
  signal: AbortSignal;
}

/**
 * Receives the gateway: reads each event, has it stored with its sequence, and wakes the lane that handles it.
 * A command is acknowledged at once, since Discord waits for 3 s only and the database may be slow; the press of a
 * button after it is stored, since the acknowledgement says that it was taken. A command that asks with a form first
 * has its first answer in that form, and nothing to store before the form is handed in.
 */
export function createGatewayMemory(deps: GatewayMemoryDependencies): GatewayMemory & Pick<EventSink, 'waiting'> {
  const { pool, rest, applicationId, session, lanes, commands, onNewSession, logger, signal } = deps;

  function watch(interactionId: string, answer: Promise<void>): void {
    answer.catch((error: unknown) => {
      logger.warn({ err: error, interactionId }, 'an interaction could not be acknowledged in time');
    });
  }

  /** Gives the first answer of a command. Returns what is left to store. */
  function answerAtOnce(meaning: DispatchMeaning): DispatchMeaning {
    if (meaning.kind !== 'command') return meaning;
    const { interactionId: id, token, name } = meaning.call;
    const command = commands.find(({ definition }) => definition.name === name);
    const form = meaning.isSubmission ? undefined : command?.form?.(meaning.call);
    if (form) {
      watch(id, showForm(rest, { id, token }, form));
      return { kind: 'nothing' };
    }
    const defer = command?.answeredTo === 'channel' ? deferOpenly : deferEphemerally;
    watch(id, defer(rest, { id, token }));
    return meaning;
  }

  function onCommitted(entries: readonly SinkEntry[]): void {
    if (entries.some((entry) => entry.kind === 'session' && entry.session !== null)) onNewSession();
    for (const entry of entries) {
      if (entry.kind !== 'event') continue;
      const { meaning } = entry;
      if (meaning.kind === 'press') {
        const { discordId: id } = meaning.message;
        watch(id, acknowledgePress(rest, { id, token: meaning.token }));
      }
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
      const meaning = answerAtOnce(readDispatch(payload, rest.cdn));
      sink.accept({ kind: 'event', sequence: payload.s, meaning });
    },
    waiting: sink.waiting,
    flush: sink.flush,
  };
}
