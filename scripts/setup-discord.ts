import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { EnvironmentError, readEnvironment } from '@discord-channel/contracts';
import { openPool, requireSchemaVersion, SchemaVersionError } from '@discord-channel/database';
import { gatewayEnvironment } from '../discord-gateway/src/config';
import { createDiscordRest } from '../discord-gateway/src/discord/create-discord-rest';
import { readServerConfig } from '../discord-gateway/src/server-setup/read-server-config';
import { ServerSetupError } from '../discord-gateway/src/server-setup/server-setup-error';
import { type SetUpOutcome, setUpServer } from '../discord-gateway/src/server-setup/set-up-server';
import { relaySchema } from '../discord-gateway/src/store/schema';
import { virtualAgentSchema } from '../virtual-agent/src';

const usage = `Sets up the Discord server: category, channels, topics, pinned explanations, permissions.

  npm run setup:discord -- [FILE] [--apply]

  FILE     what the server shall look like (discord-server.json); discord-gateway/discord-server.example.json shows how
  --apply  does it; without it the plan is shown and, on a terminal, asked for
  DISCORD_BOT_TOKEN and DATABASE_DIRECT_URL are the worker's.

Exit codes: 0 all is as it shall be, 1 it cannot be done (the last lines say why), 2 the plan was shown and not applied.`;

const exitCodes: Readonly<Record<SetUpOutcome, number>> = {
  'nothing-to-do': 0,
  applied: 0,
  'missing-permissions': 1,
  'only-planned': 2,
};

const environment = gatewayEnvironment.pick({
  DISCORD_BOT_TOKEN: true,
  DISCORD_API_URL: true,
  DATABASE_DIRECT_URL: true,
});

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { apply: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const read = readEnvironment(environment, process.env);
  const config = await readServerConfig(positionals[0] ?? 'discord-server.json');
  const pool = openPool({
    connectionString: read.DATABASE_DIRECT_URL,
    max: 1,
    applicationName: 'setup-discord',
    // The statement that runs on the connection fails too, and is reported there.
    onBrokenConnection: () => {},
  });
  try {
    await requireSchemaVersion(pool, [relaySchema, virtualAgentSchema]);
    const rest = createDiscordRest({ botToken: read.DISCORD_BOT_TOKEN, apiUrl: read.DISCORD_API_URL });
    const outcome = await setUpServer({
      db: pool,
      rest,
      config,
      shallApply: async () => values.apply || ask(),
      onProgress: (line) => console.log(line),
    });
    if (outcome === 'only-planned') console.log('Nothing was changed. Run it again with --apply.');
    return exitCodes[outcome];
  } finally {
    await pool.end();
  }
}

/** Nobody answers where there is no terminal. */
async function ask(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question('Apply? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const plain = [ServerSetupError, EnvironmentError, SchemaVersionError].some((kind) => error instanceof kind);
    console.error(
      plain ? error.message : `It stopped half-way: ${error.message}. Run it again: it goes on where it was.`,
    );
    process.exitCode = 1;
  },
);
