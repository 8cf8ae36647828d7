import { callActiveWorker, hearCalls } from '../../src/store/wake-calls';
import { logger } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();

/** Hears calls while the work runs. */
async function whileHearing(work: (calls: readonly string[]) => Promise<void>, lookEveryMs?: number): Promise<void> {
  const ending = new AbortController();
  const calls: string[] = [];
  const tell = (dm: string) => calls.push(dm);
  const told = { onCall: tell, onWaiting: tell };
  const hearing = hearCalls({ pool: database(), ...told, logger, signal: ending.signal, lookEveryMs });
  try {
    await work(calls);
  } finally {
    ending.abort();
    await hearing;
  }
}

const breakConnection = () =>
  database().query(`select pg_terminate_backend(pid) from pg_stat_activity
    where query like 'listen %' and pid <> pg_backend_pid() and datname = current_database()`);

/** A message for a DM, by somebody who calls nobody. */
const storeFor = (dm: string) =>
  database().query(`
    insert into relay.dm_channels (application_id, dm_channel_id, user_id, username, display_name, newest_id)
      values ('1', '${dm}', 'user ${dm}', 'kim', 'Kim', 0);
    insert into relay.conversations (dm_channel_id, unique_name, conversation_sid, state, next_index)
      values ('${dm}', 'name ${dm}', 'CH${dm}', 'open', 0);
    insert into relay.outbox (conversation_sid, message_index, message_sid, author, state, body, attributes)
      values ('CH${dm}', 0, 'IM', 'kim', 'waiting', 'hello', '{}')`);

async function heard(calls: readonly string[], dm: string, meanwhile = async () => {}): Promise<void> {
  while (!calls.includes(dm)) {
    await meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('the active worker hears what a worker that stands by has stored, also after its connection broke', () =>
  whileHearing(async (calls) => {
    await heard(calls, '1', () => callActiveWorker(database(), '1'));
    await breakConnection();
    await heard(calls, '2', () => callActiveWorker(database(), '2'));
  }));

test('what was stored while nobody heard a call is found once somebody hears', async () => {
  await storeFor('1');
  await whileHearing(async (calls) => {
    await heard(calls, '1');
    await breakConnection();
    await storeFor('2');
    await heard(calls, '2');
  });
});

test('what was stored by one that could not call is found by looking again', () =>
  whileHearing(async (calls) => {
    await heard(calls, '1', () => callActiveWorker(database(), '1'));
    await storeFor('2');
    await heard(calls, '2');
  }, 50));
