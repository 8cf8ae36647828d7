import { setTimeout as wait } from 'node:timers/promises';
import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { DiscordSnapshot } from '../../src/discord';
import type { TwilioSnapshot } from '../../src/twilio/create-twilio';
import { patienceMs } from './patience';

export interface SandboxState {
  discord: DiscordSnapshot;
  twilio: TwilioSnapshot;
}

type Conversation = TwilioSnapshot['conversations'][number];

/** Steers the sandbox through its control routes: players who need no page, and what both services hold. */
export class SandboxControl {
  constructor(private readonly address: string) {}

  async newPlayer(globalName: string, locale = 'en-US'): Promise<ScriptedPlayer> {
    const letters = globalName.toLowerCase().replace(/[^a-z0-9_.]/g, '') || 'player';
    const username = `${letters}${Date.now() % 1_000_000}`;
    const user = await this.post<APIUser>('discord/players', { username, globalName, locale });
    return new ScriptedPlayer(this, user.id, globalName);
  }

  async state(): Promise<SandboxState> {
    const response = await fetch(`${this.address}/_sandbox/state`);
    return (await response.json()) as SandboxState;
  }

  /** What `read` makes of the state, once it is something. @throws Error naming what was awaited. */
  async eventually<Value>(awaited: string, read: (state: SandboxState) => Value | undefined): Promise<Value> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const value = read(await this.state());
      if (value !== undefined) return value;
      if (Date.now() > deadline) throw new Error(`Not within ${patienceMs / 1_000} s: ${awaited}`);
      await wait(100);
    }
  }

  /** Requests that an emulator had no answer for: none, after any scenario. */
  async unhandled(): Promise<unknown[]> {
    const { discord, twilio } = await this.state();
    return [...discord.unhandled, ...twilio.unhandled];
  }

  /** How often each emulated route was called since the sandbox started. */
  async routeHits(): Promise<Readonly<Record<string, number>>> {
    const response = await fetch(`${this.address}/_sandbox/routes`);
    return ((await response.json()) as { hits: Record<string, number> }).hits;
  }

  /** Ends the worker as `kill -9` does and starts it again, as its host would; `environment` holds until the next. */
  async killWorker(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.post('worker/kill', { environment });
  }

  /** The worker dies and stays dead while `meanwhile` happens, then comes back. */
  async whileWorkerIsDown(meanwhile: () => Promise<void>): Promise<void> {
    await this.post('worker/down', {});
    try {
      await meanwhile();
    } finally {
      await this.killWorker();
    }
  }

  async expireSession(): Promise<void> {
    await this.post('discord/faults', { kind: 'expire-session' });
  }

  /** Cancels every task that no agent has taken, as an admin would. */
  async cancelTasks(): Promise<void> {
    await this.post('twilio/tasks/cancel', {});
  }

  /** Somebody comes by another channel than Discord; a call ('voice') has no messages. */
  async customerComes(customer: { channel: string; address: string; name: string; message?: string }): Promise<void> {
    await this.post('twilio/customers', customer);
  }

  /** The company's website hands news to the worker. */
  async announces(announcement: { id: string; title: string; body: string }): Promise<{ state: string }> {
    return this.post('announcements', announcement);
  }

  /** An admin sets the server up with changes of its file; without any it is as it was. */
  async setsUpServer(changes: object = {}): Promise<void> {
    await this.post('server', changes);
  }

  /** Every agent's time to accept what is offered is over, now. */
  async timeOutReservations(): Promise<void> {
    await this.post('twilio/reservations/timeout', {});
  }

  async post<Answer>(route: string, body: object, method = 'POST'): Promise<Answer> {
    const response = await fetch(`${this.address}/_sandbox/${route}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as Answer;
  }
}

/** A player without a page: writes and presses through the control routes. */
export class ScriptedPlayer {
  constructor(
    private readonly control: SandboxControl,
    readonly id: string,
    readonly name: string,
  ) {}

  writes(content: string, more: { attachments?: object[]; stickers?: string[] } = {}): Promise<APIMessage> {
    return this.control.post(`discord/players/${this.id}/messages`, { dm: true, content, ...more });
  }

  async edits(message: APIMessage, content: string): Promise<void> {
    const own = `discord/players/${this.id}/messages/${message.id}`;
    await this.control.post(own, { channelId: message.channel_id, content }, 'PATCH');
  }

  async deletes(message: APIMessage): Promise<void> {
    const own = `discord/players/${this.id}/messages/${message.id}`;
    await this.control.post(own, { channelId: message.channel_id }, 'DELETE');
  }

  async runs(name: string, channelId: string, options: Record<string, string> = {}): Promise<void> {
    await this.control.post(`discord/players/${this.id}/commands`, { name, channelId, options });
  }

  /** Hands in the form that the newest command of this player was answered with. */
  async submits(values: Record<string, string | string[]>): Promise<void> {
    const interactionId = await this.control.eventually(
      `a form for ${this.name}`,
      ({ discord }) => discord.interactions.filter(({ playerId, modal }) => playerId === this.id && modal).at(-1)?.id,
    );
    await this.control.post(`discord/players/${this.id}/modals`, { interactionId, values });
  }

  /** The newest message of a channel of the server that is like this, once there is one. */
  seesIn(channelId: string, awaited: string, isIt: (message: APIMessage) => boolean): Promise<APIMessage> {
    return this.control.eventually(`${this.name} sees ${awaited}`, ({ discord }) =>
      discord.channels
        .find(({ id }) => id === channelId)
        ?.messages.filter(isIt)
        .at(-1),
    );
  }

  async presses(label: string): Promise<void> {
    const message = await this.sees(`a button "${label}"`, (candidate) => customIdOf(candidate, label) !== undefined);
    await this.control.post(`discord/players/${this.id}/presses`, {
      channelId: message.channel_id,
      messageId: message.id,
      customId: customIdOf(message, label),
    });
  }

  async allowsDirectMessages(open: boolean): Promise<void> {
    await this.control.post(`discord/players/${this.id}/dm-policy`, { open }, 'PUT');
  }

  /** The player's DM as it is: oldest message first. */
  async dm(): Promise<readonly APIMessage[]> {
    return messagesOf(await this.control.state(), this.id);
  }

  /** The newest message of the DM that is like this, once there is one. */
  sees(awaited: string, isIt: (message: APIMessage) => boolean): Promise<APIMessage> {
    return this.control.eventually(`${this.name} sees ${awaited}`, (state) =>
      messagesOf(state, this.id).filter(isIt).at(-1),
    );
  }

  seesText(text: string): Promise<APIMessage> {
    return this.sees(`"${text}"`, ({ content }) => content.includes(text));
  }

  /** The player's newest conversation in Twilio, once `isReady` holds. */
  conversation(awaited: string, isReady: (conversation: Conversation) => boolean): Promise<Conversation> {
    return this.control.eventually(`${this.name}'s conversation: ${awaited}`, ({ twilio }) => {
      const own = twilio.conversations.filter(({ participants }) => participants.includes(`discord_${this.id}`)).at(-1);
      return own && isReady(own) ? own : undefined;
    });
  }
}

function messagesOf({ discord }: SandboxState, playerId: string): readonly APIMessage[] {
  const channel = discord.channels.find((candidate) => candidate.playerId === playerId);
  return channel?.messages ?? [];
}

function customIdOf(message: APIMessage, label: string): string | undefined {
  for (const row of message.components ?? []) {
    for (const button of 'components' in row ? row.components : []) {
      if ('custom_id' in button && 'label' in button && button.label === label) return button.custom_id;
    }
  }
  return undefined;
}
