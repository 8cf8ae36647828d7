import { Agent, request } from 'node:http';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import WebSocket from 'ws';
import { readContestantEnvironment } from './contestant';
import { receiveForms } from './receive-forms';

/**
 * The floor: one request for each message, by hand, over kept connections. It knows by heart which DM belongs to
 * which conversation (told by POST /pairs), keeps nothing, checks nothing, parses no answer.
 */
const { address, port, accountSid, twilioAuthToken, discordBotToken } = readContestantEnvironment();
const arena = new URL(address);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const conversationOf = new Map<string, string>();
const dmChannelOf = new Map<string, string>();

const twilioHeaders = {
  authorization: `Basic ${Buffer.from(`${accountSid}:${twilioAuthToken}`).toString('base64')}`,
  'content-type': 'application/x-www-form-urlencoded',
  'x-twilio-webhook-enabled': 'true',
};
const discordHeaders = { authorization: `Bot ${discordBotToken}`, 'content-type': 'application/json' };

function post(path: string, headers: Readonly<Record<string, string>>, body: string): void {
  const sent = request(
    {
      method: 'POST',
      hostname: arena.hostname,
      port: arena.port,
      path,
      agent,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    },
    (response) => void response.resume(),
  );
  sent.on('error', (error) => process.stderr.write(`${error.message}\n`));
  sent.end(body);
}

interface Dispatch {
  op: number;
  s: number | null;
  t: string | null;
  d: {
    id: string;
    channel_id: string;
    content: string;
    author: { id: string; bot?: boolean };
    heartbeat_interval: number;
  };
}

function connect(): void {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/discord/gateway?v=10&encoding=json`);
  let sequence: number | null = null;
  socket.on('error', (error) => process.stderr.write(`${error.message}\n`));
  socket.on('message', (data) => {
    const { op, s, t, d } = JSON.parse(data.toString()) as Dispatch;
    sequence = s ?? sequence;
    if (op === GatewayOpcodes.Hello) {
      const beat = () => socket.send(JSON.stringify({ op: GatewayOpcodes.Heartbeat, d: sequence }));
      setInterval(beat, d.heartbeat_interval);
      const properties = { os: process.platform, browser: 'floor', device: 'floor' };
      const intents = GatewayIntentBits.DirectMessages;
      socket.send(JSON.stringify({ op: GatewayOpcodes.Identify, d: { token: discordBotToken, intents, properties } }));
    }
    if (t !== 'MESSAGE_CREATE' || d.author.bot) return;
    const conversation = conversationOf.get(d.channel_id);
    if (!conversation) return;
    const attributes = JSON.stringify({ origin: 'player', discord: { messageId: d.id } });
    const form = new URLSearchParams({ Author: `discord_${d.author.id}`, Body: d.content, Attributes: attributes });
    const path = `/__twilio/conversations.twilio.com/v1/Conversations/${conversation}/Messages`;
    post(path, twilioHeaders, form.toString());
  });
}

receiveForms(port, ({ pairs, ConversationSid, Author, Body, MessageSid }) => {
  if (pairs) {
    for (const [dmChannelId, conversationSid] of JSON.parse(pairs) as [string, string][]) {
      conversationOf.set(dmChannelId, conversationSid);
      dmChannelOf.set(conversationSid, dmChannelId);
    }
    return;
  }
  const dmChannelId = dmChannelOf.get(ConversationSid ?? '');
  if (!dmChannelId || !Author || Author.startsWith('discord_')) return;
  const message = {
    content: Body,
    nonce: MessageSid?.slice(0, 25),
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
  };
  post(`/discord/api/v10/channels/${dmChannelId}/messages`, discordHeaders, JSON.stringify(message));
});
connect();
