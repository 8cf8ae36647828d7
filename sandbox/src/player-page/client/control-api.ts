import type { APIUser } from 'discord-api-types/v10';
import type { PressButtonRequest } from '../../discord/players/press-button';
import type { SubmitModalRequest } from '../../discord/players/submit-modal';
import type { AttachedFile } from '../composer/read-file';

/** What the player does, as calls to the sandbox's control routes. Each rejects with an Error in plain words. */
export interface ControlApi {
  write(message: {
    channelId: string;
    content?: string;
    attachments?: AttachedFile[];
    stickers?: string[];
  }): Promise<void>;
  run(command: { name: string; channelId: string; options: Record<string, string | number | boolean> }): Promise<void>;
  press(button: PressButtonRequest): Promise<void>;
  submit(modal: SubmitModalRequest): Promise<void>;
  markRead(channelId: string, messageId: string): Promise<void>;
}

const base = '/_sandbox/discord/players';

export function createControlApi(playerId: string): ControlApi {
  const player = `${base}/${encodeURIComponent(playerId)}`;
  return {
    write: (message) => call('POST', `${player}/messages`, message),
    run: (command) => call('POST', `${player}/commands`, command),
    press: (button) => call('POST', `${player}/presses`, button),
    submit: (modal) => call('POST', `${player}/modals`, modal),
    markRead: (channelId, messageId) => call('PUT', `${player}/reads/${channelId}`, { messageId }),
  };
}

/** Everybody on the server. */
export async function listPlayers(): Promise<APIUser[]> {
  return (await fetch(base)).json();
}

/** Address of what this player sees. */
export function streamUrl(playerId: string): string {
  return `${base}/${encodeURIComponent(playerId)}/stream`;
}

async function call(method: string, url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const answer: { error?: string } = await response.json().catch(() => ({}));
  throw new Error(answer.error ?? `HTTP ${response.status}`);
}
