import { REST } from '@discordjs/rest';
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type {
  APIInteraction,
  GatewayDispatchPayload,
  GatewayGuildCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import { until } from './until';

/** The dispatches that tests wait for. */
interface Told {
  READY: GatewayReadyDispatchData;
  GUILD_CREATE: GatewayGuildCreateDispatchData;
  MESSAGE_CREATE: GatewayMessageCreateDispatchData;
  MESSAGE_UPDATE: GatewayMessageUpdateDispatchData;
  MESSAGE_DELETE: GatewayMessageDeleteDispatchData;
  INTERACTION_CREATE: APIInteraction;
  RESUMED: unknown;
}

/** A bot on the official gateway client that keeps everything it is told. */
export async function connectBot(url: string, token: string, intents: number) {
  const rest = new REST({ version: '10', api: `${url}/discord/api`, retries: 0 }).setToken(token);
  const dispatches: GatewayDispatchPayload[] = [];
  const closeCodes: number[] = [];
  let session: SessionInfo | null = null;
  let sessionsStarted = 0;

  const manager = new WebSocketManager({
    token,
    intents,
    rest,
    shardCount: 1,
    retrieveSessionInfo: () => session,
    updateSessionInfo: (_shard, info) => {
      session = info;
    },
  });
  manager.on(WebSocketShardEvents.Dispatch, (payload) => {
    if (payload.t === 'READY') sessionsStarted += 1;
    dispatches.push(payload);
  });
  manager.on(WebSocketShardEvents.Closed, (code) => closeCodes.push(code));
  manager.on(WebSocketShardEvents.Error, () => {});
  await manager.connect();

  return {
    dispatches,
    closeCodes,
    sessionsStarted: () => sessionsStarted,
    /** Waits for the dispatch with this name that satisfies the condition, past ones included. */
    told<Name extends keyof Told>(name: Name, condition: (data: Told[Name]) => boolean = () => true) {
      const find = () => {
        for (const payload of dispatches) {
          const data = payload.d as Told[Name];
          if (String(payload.t) === name && condition(data)) return { data };
        }
        return undefined;
      };
      return until(find, `${name} to arrive`).then(({ data }) => data);
    },
    /** Texts of the messages that arrived, in order. */
    texts: () => dispatches.flatMap((payload) => (payload.t === 'MESSAGE_CREATE' ? [payload.d.content] : [])),
    /** Closes with 1000: the session ends. */
    leave: () => manager.destroy({ code: 1_000 }),
  };
}

export type Bot = Awaited<ReturnType<typeof connectBot>>;
