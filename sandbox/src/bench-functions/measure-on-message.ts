import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  type DiscordOrigin,
  onMessageResponse,
  type PlayerMessageAttributes,
  playerIdentity,
  studioFunctions,
} from '@discord-channel/contracts';
import { startConversation } from '@discord-channel/virtual-agent';
import { Pool } from 'pg';
import { pino } from 'pino';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { type Arena, startArena } from '../bench/start-arena';
import { startPostgres } from '../postgres/start-postgres';
import { runScript } from '../processes/run-script';
import { startFunctionsHost } from '../twilio/functions-host/start-functions-host';
import { world } from '../world';

export interface MeasureOnMessage {
  samples: number;
  random: () => number;
}

const root = join(__dirname, '../../..');
const applicationId = world.discord.application.id;
/** Answered before anything is measured. */
const warmUps = 20;

/** What players ask, of every kind of answer: an article, choices, nothing, another script. */
const questions = [
  'how do i reset my password',
  'i think i forgot my password',
  'where is the gem pack that i paid for',
  'パスワードを忘れました',
  'je veux un remboursement',
  'the game crashes when i open the map',
  'qqqq wwww eeee',
  'نسيت كلمة المرور',
];

/**
 * How long the warm Function takes to answer a player's message, from the signed request of the flow to the answer, in
 * milliseconds: Twilio emulated on this machine, a real Postgres, the demo's articles. Each question is the first one
 * of a new conversation.
 */
export async function measureOnMessage({ samples, random }: MeasureOnMessage): Promise<number[]> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const postgres = await startPostgres();
    stops.push(postgres.stop);
    const databaseUrl = await postgres.database(`bench_functions_${randomBytes(4).toString('hex')}`);
    const direct = { DATABASE_DIRECT_URL: databaseUrl };
    await runScript('migrate.ts', [], direct);
    await runScript('publish-knowledge.ts', [join(root, 'sandbox/knowledge'), '--application', applicationId], direct);
    const pool = new Pool({ connectionString: databaseUrl, max: 1 });
    // Postgres may tell a connection that is still closing that it stops: no reason to end without the figures.
    pool.on('connect', (client) => client.on('error', () => {}));
    stops.push(() => pool.end());
    const arena = await startArena(random);
    stops.push(arena.stop);
    const { twilioAuthToken: authToken } = arena.secrets;
    const host = await startFunctionsHost({
      baseDirectory: join(root, 'serverless'),
      accountSid: world.twilio.accountSid,
      authToken,
      environment: {
        DATABASE_URL: databaseUrl,
        TWILIO_STUDIO_FLOW_SID: world.twilio.studioFlowSid,
        TWILIO_WORKSPACE_SID: world.twilio.workspaceSid,
        TWILIO_WORKFLOW_SID: world.twilio.workflow.sid,
      },
      twilioUrl: arena.address,
      logger: pino({ level: 'error' }),
    });
    stops.push(host.stop);
    const times: number[] = [];
    for (let sample = 0; sample < warmUps + samples; sample += 1) {
      const fields = await ask(pool, arena, sample);
      const took = await callTimed(`${host.url}${studioFunctions.onMessage}`, fields, authToken);
      if (sample >= warmUps) times.push(took);
    }
    return times;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** A new player asks the first question of a new conversation. */
async function ask(pool: Pool, arena: Arena, number: number): Promise<{ conversationSid: string; author: string }> {
  const userId = String(300_000_000_000_000_000n + BigInt(number));
  const author = playerIdentity(userId);
  const { sid: conversationSid } = await arena.twilioPost('/v1/Conversations', { FriendlyName: `Player ${number}` });
  const own = `/v1/Conversations/${conversationSid}`;
  const { sid: participantSid } = await arena.twilioPost(`${own}/Participants`, { Identity: author });
  const origin: DiscordOrigin = {
    applicationId,
    guildId: null,
    guildName: null,
    dmChannelId: String(400_000_000_000_000_000n + BigInt(number)),
    userId,
    username: `player${number}`,
    displayName: `Player ${number}`,
    avatarUrl: null,
    locale: 'en-US',
  };
  await startConversation(pool, { conversationSid, participantSid, origin });
  const attributes: PlayerMessageAttributes = { origin: 'player', discord: { messageId: userId } };
  await arena.twilioPost(`${own}/Messages`, {
    Author: author,
    Body: questions[number % questions.length] ?? '',
    Attributes: JSON.stringify(attributes),
  });
  return { conversationSid, author };
}

async function callTimed(url: string, fields: Record<string, string>, authToken: string): Promise<number> {
  const headers = { 'x-twilio-signature': getExpectedTwilioSignature(authToken, url, fields) };
  const began = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields) });
  const text = await response.text();
  const took = performance.now() - began;
  const answer = onMessageResponse.safeParse(response.ok ? JSON.parse(text) : undefined);
  // What was not answered was not measured.
  if (answer.data?.outcome !== 'answered') throw new Error(`on-message answered ${response.status}: ${text}`);
  return took;
}
