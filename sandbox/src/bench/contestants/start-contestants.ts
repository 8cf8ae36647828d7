import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../processes/free-port';
import { launchWorker } from '../../processes/launch-worker';
import { lastLines, type RunningProcess, runProcess } from '../../processes/run-process';
import { newSid } from '../../twilio/rest/new-sid';
import { createSignedPoster } from '../../twilio/signed-poster';
import { world } from '../../world';
import type { Arena } from '../start-arena';

/** A player and the conversation of the player's DM. */
export interface Talk {
  playerId: string;
  conversationSid: string;
}

export interface Contestant {
  name: 'floor' | 'naive' | 'ours';
  arena: Arena;
  pid: number;
  talks: Talk[];
  stop(): Promise<void>;
}

const root = join(__dirname, '../../../..');
const agent = world.twilio.agents[0];
const openingWithinMs = 300_000;
/** As many as 10,000 players can have: they join in one after the other. */
let players = 0;

/** The bare client or the naive design, whose conversations are there already: neither can lose them. */
export async function startScript(
  name: 'floor' | 'naive',
  arena: Arena,
  conversations: number,
  logFile: string,
): Promise<Contestant> {
  const port = await freePort();
  const talks: Talk[] = [];
  const pairs: [string, string][] = [];
  for (let number = 0; number < conversations; number += 1) {
    const playerId = await arena.joins(`player.${players++}`);
    const dmChannelId = await arena.playerWrites(playerId, 'hello');
    const { sid } = await arena.twilioPost('/v1/Conversations', { Attributes: JSON.stringify({ dmChannelId }) });
    await arena.twilioPost(`/v1/Conversations/${sid}/Participants`, { Identity: `discord_${playerId}` });
    await arena.twilioPost(`/v1/Conversations/${sid}/Webhooks`, {
      Target: 'webhook',
      'Configuration.Url': `http://127.0.0.1:${port}/`,
      'Configuration.Method': 'post',
      'Configuration.Filters': 'onMessageAdded',
    });
    talks.push({ playerId, conversationSid: sid });
    pairs.push([dmChannelId, sid]);
  }
  const contestant = runProcess({
    arguments: [
      '--require',
      join(root, 'sandbox/src/network/redirect-twilio.cjs'),
      '--import',
      'tsx',
      join(__dirname, `${name}.ts`),
    ],
    workingDirectory: root,
    environment: {
      SANDBOX_TWILIO_URL: arena.address,
      ARENA_ADDRESS: arena.address,
      PORT: String(port),
      TWILIO_ACCOUNT_SID: world.twilio.accountSid,
      TWILIO_AUTH_TOKEN: arena.secrets.twilioAuthToken,
      DISCORD_BOT_TOKEN: arena.secrets.discordBotToken,
    },
    logFile,
  });
  await untilHeard(arena, contestant, logFile);
  if (name === 'floor') {
    const told = { method: 'POST', body: new URLSearchParams({ pairs: JSON.stringify(pairs) }) };
    await fetch(`http://127.0.0.1:${port}/`, told);
  }
  return { name, arena, pid: contestant.pid, talks, stop: contestant.stop };
}

/** The built worker as in production. Its conversations are opened by their players' first messages. */
export async function startOurs(arena: Arena, databaseUrl: string, logFile: string) {
  const port = await freePort();
  const worker = launchWorker(
    { port, databaseUrl, sandboxAddress: arena.address, ...arena.secrets, logFile },
    { LOG_LEVEL: 'warn', DISCORD_REQUESTS_PER_SECOND: '100000' },
  );
  await untilHeard(arena, worker, logFile);
  const talks: Talk[] = [];
  const contestant: Contestant = { name: 'ours', arena, pid: worker.pid, talks, stop: worker.stop };
  return {
    ...contestant,
    /** So many more players write for the first time; resolves when their conversations are open. */
    async open(count: number): Promise<Talk[]> {
      const newcomers: string[] = [];
      for (let number = 0; number < count; number += 1) {
        const playerId = await arena.joins(`player.${players++}`);
        newcomers.push(playerId);
        await arena.playerWrites(playerId, 'hello');
      }
      const deadline = Date.now() + openingWithinMs;
      for (;;) {
        const found = arena.conversations();
        const opened = newcomers.flatMap((playerId) => {
          const conversation = found.get(playerId);
          return conversation?.messages ? [{ playerId, conversationSid: conversation.sid }] : [];
        });
        if (opened.length === count) return opened;
        if (Date.now() > deadline) throw new Error(`${count - opened.length} conversations were not opened in time`);
        await wait(500);
      }
    },
    /** An agent accepts the tasks of these conversations, which are in play from now on. */
    async joinAgent(opened: readonly Talk[]): Promise<void> {
      const poster = createSignedPoster({ authToken: arena.secrets.twilioAuthToken });
      for (let first = 0; first < opened.length; first += 50) {
        const events = opened.slice(first, first + 50).map(accepted);
        const outcome = await poster.postJson(`http://127.0.0.1:${port}/twilio/events`, events, 30_000);
        if (outcome.kind !== 'answered' || outcome.status >= 300) {
          throw new Error(`The worker did not take the events: ${JSON.stringify(outcome)}`);
        }
      }
      poster.close();
      talks.push(...opened);
    },
  };
}

function accepted({ conversationSid }: Talk) {
  return {
    specversion: '1.0',
    type: 'com.twilio.taskrouter.reservation.accepted',
    id: `EZ${randomUUID().replaceAll('-', '')}`,
    data: {
      payload: {
        task_sid: newSid('WT'),
        task_attributes: JSON.stringify({ channelType: 'discord', conversationSid }),
        reservation_sid: newSid('WR'),
        worker_name: agent.friendlyName,
        worker_sid: agent.workerSid,
        worker_attributes: JSON.stringify({ full_name: agent.fullName }),
      },
    },
  };
}

async function untilHeard(arena: Arena, contestant: RunningProcess, logFile: string): Promise<void> {
  let ended = false;
  void contestant.ended.then(() => {
    ended = true;
  });
  const deadline = Date.now() + 60_000;
  while (!arena.isHeard()) {
    if (ended || Date.now() > deadline) throw new Error(`A contestant did not start:\n${lastLines(logFile)}`);
    await wait(100);
  }
}
