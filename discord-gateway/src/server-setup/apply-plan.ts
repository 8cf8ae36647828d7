import type { Queryable } from '@discord-channel/database';
import type { REST } from '@discordjs/rest';
import {
  type APIMessage,
  type APIOverwrite,
  ChannelType,
  type RESTPostAPIGuildChannelJSONBody,
  type RESTPutAPIChannelPermissionJSONBody,
  Routes,
} from 'discord-api-types/v10';
import { messageNonce } from '../discord/message-nonce';
import { saveServerObject } from '../store/server-objects';
import { explanationMessage } from './explanation';
import { type ChannelPurpose, categoryKey, channelKey, explanationKey } from './object-keys';
import type { NamedOverwrite } from './overwrites';
import type { Step } from './plan-server';
import type { PresentServer } from './read-server';
import type { ServerConfig } from './server-config';

export interface ApplyDependencies {
  db: Queryable;
  rest: REST;
  config: ServerConfig;
  present: PresentServer;
  /** Told after each step that was done. */
  onDone: (step: Step) => void;
}

/** Shown in the server's audit log. */
const reason = 'npm run setup:discord';

/**
 * Does the steps one after the other and remembers after each what was made. It may end at any point: the next run
 * finds what is there, by record, mark or name, and goes on. Discord's client waits out rate limits.
 */
export async function applyPlan(steps: readonly Step[], deps: ApplyDependencies): Promise<void> {
  const made = new Map<string, string>();
  for (const step of steps) {
    await doStep(step, deps, made);
    deps.onDone(step);
  }
}

async function doStep(step: Step, deps: ApplyDependencies, made: Map<string, string>): Promise<void> {
  const { rest, config, present } = deps;
  const remember = async (key: string, discordId: string, created = true) => {
    made.set(key, discordId);
    await saveServerObject(deps.db, { applicationId: present.applicationId, guildId: config.guildId }, key, {
      discordId,
      created,
    });
  };
  const categoryId = made.get(categoryKey) ?? idOf(present.category);
  switch (step.kind) {
    case 'create-category':
      return remember(categoryKey, await createChannel(deps, { type: ChannelType.GuildCategory, name: step.name }));
    case 'create-channel': {
      const { name, topic, overwrites } = step;
      const body: RESTPostAPIGuildChannelJSONBody = {
        type: ChannelType.GuildText,
        name,
        topic,
        parent_id: categoryId ?? null,
        permission_overwrites: overwrites.map(toApi),
      };
      return remember(channelKey(step.purpose), await createChannel(deps, body));
    }
    case 'remember':
      return remember(step.key, step.object.discordId, step.object.created);
    case 'change-channel': {
      const { intoCategory, ...changes } = step.changes;
      const body = { ...changes, ...(intoCategory && categoryId && { parent_id: categoryId }) };
      await rest.patch(Routes.channel(step.channel.id), { body, reason });
      return;
    }
    case 'permit': {
      const { id, ...overwrite } = toApi(step.overwrite);
      const body: RESTPutAPIChannelPermissionJSONBody = overwrite;
      await rest.put(Routes.channelPermission(step.channel.id, id), { body, reason });
      return;
    }
    case 'explain': {
      const channelId = channelOf(step.purpose, present, made);
      const messageId = await explain(deps, step.purpose, channelId);
      await remember(explanationKey(step.purpose), messageId);
      return pin(rest, channelId, messageId);
    }
    case 'change-explanation': {
      const channelId = channelOf(step.purpose, present, made);
      const body = explanationMessage({ config, purpose: step.purpose, channelId });
      await rest.patch(Routes.channelMessage(channelId, step.messageId), { body });
      return;
    }
    case 'pin':
      return pin(rest, channelOf(step.purpose, present, made), step.messageId);
  }
}

async function createChannel({ rest, config }: ApplyDependencies, body: RESTPostAPIGuildChannelJSONBody) {
  return ((await rest.post(Routes.guildChannels(config.guildId), { body, reason })) as { id: string }).id;
}

/** The nonce keeps a second run, right after one whose answer was lost, from writing it twice. */
async function explain({ rest, config }: ApplyDependencies, purpose: ChannelPurpose, channelId: string) {
  const body = {
    ...explanationMessage({ config, purpose, channelId }),
    allowed_mentions: { parse: [] },
    nonce: messageNonce(`explanation:${channelId}`, 0),
    enforce_nonce: true,
  };
  return ((await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage).id;
}

async function pin(rest: REST, channelId: string, messageId: string): Promise<void> {
  await rest.put(Routes.channelMessagesPin(channelId, messageId), { reason });
}

function channelOf(purpose: ChannelPurpose, present: PresentServer, made: ReadonlyMap<string, string>): string {
  const id = made.get(channelKey(purpose)) ?? idOf(present.channels.get(purpose));
  if (id === undefined) throw new Error(`the channel for ${purpose} is planned after what goes into it`);
  return id;
}

function idOf(located: PresentServer['category'] | undefined): string | undefined {
  return located === undefined || located.kind === 'missing' ? undefined : located.channel.id;
}

function toApi({ id, type, allow, deny }: NamedOverwrite): APIOverwrite {
  return { id, type, allow: String(allow), deny: String(deny) };
}
