import type { RunningPostgres } from './start-postgres';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { sandboxPostgres?: RunningPostgres }).sandboxPostgres?.stop();
}
