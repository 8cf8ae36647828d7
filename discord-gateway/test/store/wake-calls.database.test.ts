import { callActiveWorker, hearCalls } from '../../src/store/wake-calls';
import { logger } from '../doubles/start-relay';
import { useDatabase } from '../doubles/use-database';

const database = useDatabase();

test('the active worker hears what a worker that stands by has stored, also after its connection broke', async () => {
  const ending = new AbortController();
  const calls: string[] = [];
  const hearing = hearCalls({ pool: database(), onCall: (dm) => calls.push(dm), logger, signal: ending.signal });
  const callUntilHeard = async (dm: string) => {
    while (!calls.includes(dm)) {
      await callActiveWorker(database(), dm);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await callUntilHeard('1');
  await database().query(`select pg_terminate_backend(pid) from pg_stat_activity
    where query like 'listen %' and pid <> pg_backend_pid() and datname = current_database()`);
  await callUntilHeard('2');
  ending.abort();
  await hearing;
});
