import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { Client } from 'pg';
import pino from 'pino';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { createTestDatabase } from '../../../database/test/create-test-database';
import { systemClock } from '../../src/clock';
import { createDiscord } from '../../src/discord';
import { freePort } from '../../src/processes/free-port';
import { launchWorker } from '../../src/processes/launch-worker';
import type { RunningProcess } from '../../src/processes/run-process';
import { createSecrets } from '../../src/secrets';
import { createApp } from '../../src/servers/create-app';
import { listen } from '../../src/servers/listen';
import { createTwilio } from '../../src/twilio/create-twilio';
import { world } from '../../src/world';
import { until } from '../discord/until';
import { type Gate, startGate } from './start-gate';

/** How long the worker may take to notice and to mend what an outage broke: its waits grow to 15 s. */
const withinMs = 40_000;

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A real Postgres and both emulators, each behind a gate, for workers that run as in production. */
export async function startWorld() {
  const logger = pino({ level: 'silent' });
  const secrets = createSecrets();
  const database = await createTestDatabase();
  const databaseUrl = database.connectionString;

  let discordAddress = '';
  const twilio = createTwilio({ authToken: secrets.twilioAuthToken, logger });
  const discord = createDiscord({
    world: world.discord,
    botToken: secrets.discordBotToken,
    publicUrl: () => discordAddress,
    logger,
    clock: systemClock,
  });
  const app = createApp(logger);
  await discord.register(app);
  await twilio.register(app);
  const server = await listen(app, 0, [discord, twilio]);
  const emulators = Number(new URL(server.address).port);
  const gates = {
    database: await startGate(Number(new URL(databaseUrl).port)),
    discord: await startGate(emulators),
    twilio: await startGate(emulators),
  };
  discordAddress = `http://127.0.0.1:${gates.discord.port}`;
  const gatedDatabase = new URL(databaseUrl);
  gatedDatabase.port = String(gates.database.port);
  const folder = mkdtempSync(join(tmpdir(), 'worker-test-'));
  const running: RunningProcess[] = [];

  /** The worker with a log of its own; the variables given replace those that it would have, or take them away. */
  async function launch(changes: Readonly<Record<string, string | undefined>> = {}) {
    const port = await freePort();
    const logFile = join(folder, `worker-${port}.log`);
    const worker = launchWorker(
      {
        port,
        databaseUrl: gatedDatabase.toString(),
        sandboxAddress: `http://127.0.0.1:${gates.twilio.port}`,
        ...secrets,
        logFile,
      },
      {
        DISCORD_API_URL: `${discordAddress}/discord/api`,
        DISCORD_CDN_URL: `${discordAddress}/discord/cdn`,
        ...changes,
      },
    );
    running.push(worker);
    const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
    const ask = async (path: string, bearer?: string) => {
      try {
        const headers: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
        const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
        return { status: response.status, text: await response.text() };
      } catch {
        return { status: 0, text: '' };
      }
    };
    return {
      process: worker,
      log,
      ask,
      /** Twilio tells of a message, signed as Twilio signs; answers the status. */
      async hears(fields: Record<string, string>) {
        const url = `http://127.0.0.1:${port}/twilio/conversations`;
        const signature = getExpectedTwilioSignature(secrets.twilioAuthToken, url, fields);
        const headers = { 'x-twilio-signature': signature };
        return (await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields) })).status;
      },
      ready: () => eventually(async () => (await ask('/readyz')).status === 200, 'the worker to be ready', log),
      unready: (reason: RegExp) =>
        eventually(
          async () => {
            const { status, text } = await ask('/readyz');
            return status === 503 && reason.test(text);
          },
          `/readyz to say ${reason}`,
          log,
        ),
      logged: (line: RegExp) => eventually(() => line.test(log()), `the log to say ${line}`, log),
    };
  }

  const control = async <Answer>(path: string, body: unknown, method = 'POST'): Promise<Answer> => {
    const response = await fetch(`${server.address}/_sandbox/discord${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };
  const [wumpus] = world.discord.players;
  const inTwilio = () =>
    twilio
      .snapshot()
      .conversations.flatMap(({ messages }) => messages)
      .filter(({ author }) => author === `discord_${wumpus.id}`)
      .flatMap(({ body, files }) => files ?? [body]);

  return {
    gates,
    launch,
    discord,
    twilio,
    control,
    databaseUrl,
    playerWrites: (content: string) => control<APIMessage>(`/players/${wumpus.id}/messages`, { dm: true, content }),
    /** What the player wrote, as it is in Twilio; of a file its name. */
    inTwilio,
    /** The conversation that the player's messages went to, the newest one. */
    conversation() {
      const newest = twilio.snapshot().conversations.at(-1);
      if (!newest) throw new Error('Twilio has no conversation');
      return newest;
    },
    /** Somebody writes in Flex: the conversation's webhooks fire, as for a message of Flex's own SDK. */
    async agentWrites(conversationSid: string, body: string) {
      const url = `${server.address}/__twilio/conversations.twilio.com/v1/Conversations/${conversationSid}/Messages`;
      const login = Buffer.from(`${world.twilio.accountSid}:${secrets.twilioAuthToken}`).toString('base64');
      const headers = { authorization: `Basic ${login}`, 'x-twilio-webhook-enabled': 'true' };
      const fields = new URLSearchParams({ Author: 'kim', Body: body });
      const response = await fetch(url, { method: 'POST', headers, body: fields });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    },
    /** Somebody sends a file in Flex: uploaded, then named by a message. */
    async agentSendsFile(conversationSid: string, name: string, content: Buffer<ArrayBuffer>) {
      const { accountSid, chatServiceSid } = world.twilio;
      const login = Buffer.from(`${accountSid}:${secrets.twilioAuthToken}`).toString('base64');
      const headers = { authorization: `Basic ${login}`, 'x-twilio-webhook-enabled': 'true' };
      const post = async (path: string, body: BodyInit, more: Record<string, string> = {}) => {
        const init = { method: 'POST', headers: { ...headers, ...more }, body };
        const response = await fetch(`${server.address}/__twilio/${path}`, init);
        if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
        return (await response.json()) as { sid: string };
      };
      const media = `mcs.us1.twilio.com/v1/Services/${chatServiceSid}/Media?Filename=${name}`;
      const { sid } = await post(media, content, { 'content-type': 'application/octet-stream' });
      const messages = `conversations.twilio.com/v1/Conversations/${conversationSid}/Messages`;
      await post(messages, new URLSearchParams({ Author: 'kim', MediaSid: sid }));
    },
    arrives: (...texts: string[]) =>
      eventually(() => texts.every((text) => inTwilio().includes(text)), `Twilio to have ${texts.join()}`),
    /** What stands in the DMs, whoever wrote it. */
    inDiscord: () => discord.snapshot().channels.flatMap(({ messages }) => messages.map(({ content }) => content)),
    reachesPlayer: (text: string) =>
      eventually(
        () => discord.snapshot().channels.some(({ messages }) => messages.some(({ content }) => content === text)),
        `the player to have ${text}`,
      ),
    async query(sql: string) {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    },
    /** Between tests: everything reachable again, every worker gone. */
    async mend() {
      for (const worker of running.splice(0)) {
        worker.kill('SIGKILL');
        await worker.ended;
      }
      for (const gate of Object.values(gates)) await reopen(gate);
    },
    async stop() {
      for (const gate of Object.values(gates)) await gate.shut();
      twilio.close();
      await server.close();
      await database.drop();
    },
  };
}

async function reopen(gate: Gate): Promise<void> {
  await gate.shut();
  await gate.open();
}

async function eventually(look: () => boolean | Promise<boolean>, what: string, log = () => ''): Promise<void> {
  try {
    await until(look, what, withinMs);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${log().split('\n').slice(-15).join('\n')}`, { cause: error });
  }
}
