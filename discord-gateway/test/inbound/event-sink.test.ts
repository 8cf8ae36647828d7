import type { SessionInfo } from '@discordjs/ws';
import pino from 'pino';
import { createEventSink, type SinkEntry } from '../../src/inbound/event-sink';

const session: SessionInfo = { sessionId: 's', resumeURL: 'wss://resume', sequence: 10, shardId: 0, shardCount: 1 };
const event = (sequence: number): SinkEntry => ({ kind: 'event', sequence, meaning: { kind: 'nothing' } });

/** A sink whose commits are over when the test says so. */
function startSink({ failFirst = false } = {}) {
  const commits: { sequences: number[]; session: SessionInfo | null; release: () => void }[] = [];
  const committed: number[] = [];
  const stopping = new AbortController();
  let failures = failFirst ? 1 : 0;
  const sequencesOf = (entries: readonly SinkEntry[]) =>
    entries.flatMap((entry) => (entry.kind === 'event' ? [entry.sequence] : []));
  const sink = createEventSink({
    session,
    commit: (entries, next) => {
      if (failures > 0) {
        failures -= 1;
        return Promise.reject(new Error('the database is away'));
      }
      return new Promise<void>((release) => commits.push({ sequences: sequencesOf(entries), session: next, release }));
    },
    onCommitted: (entries) => committed.push(...sequencesOf(entries)),
    logger: pino({ level: 'silent' }),
    signal: stopping.signal,
  });
  return { sink, commits, committed, stopping };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('what arrives during a commit goes into the next one, all together and in order', async () => {
  const { sink, commits, committed } = startSink();
  for (const sequence of [11, 12, 13]) sink.accept(event(sequence));
  expect(commits.map(({ sequences }) => sequences)).toEqual([[11]]);
  commits[0]?.release();
  await settle();
  expect(commits.map(({ sequences }) => sequences)).toEqual([[11], [12, 13]]);
  commits[1]?.release();
  await sink.flush();
  expect(committed).toEqual([11, 12, 13]);
});

test('the session to resume has the sequence of the last committed event, not of the last received', async () => {
  const { sink, commits } = startSink();
  sink.accept(event(11));
  expect(sink.session()).toEqual(session);
  commits[0]?.release();
  await sink.flush();
  expect(sink.session()).toEqual({ ...session, sequence: 11 });
});

test('a new session and its first event are committed together', async () => {
  const { sink, commits } = startSink();
  sink.accept(event(11));
  const next = { ...session, sessionId: 'new', sequence: 1 };
  sink.accept({ kind: 'session', session: next });
  sink.accept(event(1));
  commits[0]?.release();
  await settle();
  commits[1]?.release();
  await sink.flush();
  expect(commits[1]?.session).toEqual(next);
  expect(sink.session()).toEqual(next);
});

test('a session that Discord ended is forgotten', async () => {
  const { sink, commits } = startSink();
  sink.accept({ kind: 'session', session: null });
  commits[0]?.release();
  await sink.flush();
  expect(sink.session()).toBeNull();
});

test('a failed commit is repeated and loses nothing', async () => {
  const { sink, commits, committed } = startSink({ failFirst: true });
  sink.accept(event(11));
  while (commits.length === 0) await settle();
  expect(commits[0]?.sequences).toEqual([11]);
  commits[0]?.release();
  await sink.flush();
  expect(committed).toEqual([11]);
});

test('a worker that ends without its database gives up; what is not stored is not claimed', async () => {
  const { sink, stopping } = startSink({ failFirst: true });
  stopping.abort();
  sink.accept(event(11));
  await expect(sink.flush()).rejects.toThrow();
  expect(sink.session()?.sequence).toBe(10);
});
