import { PermissionFlagsBits } from 'discord.js';
import type { ServerObject } from '../store/server-objects';
import { botPermissions } from './bot-permissions';
import { isUpToDate, topicOf } from './explanation';
import type { GuildChannel, Located } from './locate';
import { type ChannelPurpose, categoryKey, channelKey, channelPurposes, explanationKey } from './object-keys';
import { changedOverwrite, type NamedOverwrite, wantedOverwrites } from './overwrites';
import type { PresentServer } from './read-server';
import { managing, requiredPermissions, showing } from './required-permissions';
import type { ServerConfig } from './server-config';

/** One thing to do. `key` names it in `relay.server_objects`. */
export type Step =
  | { kind: 'create-category'; name: string }
  | { kind: 'create-channel'; purpose: ChannelPurpose; name: string; topic: string; overwrites: NamedOverwrite[] }
  | { kind: 'remember'; key: string; name: string; object: ServerObject; why: string }
  | { kind: 'change-channel'; purpose: ChannelPurpose; channel: GuildChannel; changes: ChannelChanges }
  | { kind: 'permit'; purpose: ChannelPurpose; channel: GuildChannel; overwrite: NamedOverwrite }
  | { kind: 'explain'; purpose: ChannelPurpose; name: string }
  | { kind: 'change-explanation'; purpose: ChannelPurpose; name: string; messageId: string }
  | { kind: 'pin'; purpose: ChannelPurpose; name: string; messageId: string };

export interface ChannelChanges {
  name?: string;
  topic?: string;
  /** Into the category, which may have to be made first. */
  intoCategory?: true;
}

export interface ServerPlan {
  steps: Step[];
  /** What an admin should know, and nothing is done about. */
  notices: string[];
  /** Permissions that the bot lacks in the whole server. */
  missing: bigint;
  /** Permissions that it lacks in single channels, where only their own settings help. */
  missingIn: { name: string; missing: bigint }[];
}

/** What has to be done for the server to be as the configuration says. Pure; nothing is ever deleted. */
export function planServer(config: ServerConfig, present: PresentServer): ServerPlan {
  const missing = requiredPermissions & ~botPermissions(present.bot);
  const plan: ServerPlan = { steps: [], notices: [], missing, missingIn: [] };
  const { category } = present;
  if (category.kind === 'missing') plan.steps.push({ kind: 'create-category', name: config.category.name });
  else plan.steps.push(...takeOver(category, categoryKey, `category "${category.channel.name}"`));
  for (const purpose of channelPurposes) {
    const located = present.channels.get(purpose);
    if (!located) continue;
    if (located.kind === 'missing') planNew(plan, config, present, purpose);
    else planPresent(plan, config, present, purpose, located);
  }
  return plan;
}

function planNew({ steps }: ServerPlan, config: ServerConfig, present: PresentServer, purpose: ChannelPurpose): void {
  const name = config.channels[purpose]?.name ?? purpose;
  const topic = topicOf({ config, purpose });
  steps.push({ kind: 'create-channel', purpose, name, topic, overwrites: wantedOverwrites(config, present, purpose) });
  steps.push({ kind: 'explain', purpose, name });
}

function planPresent(
  plan: ServerPlan,
  config: ServerConfig,
  present: PresentServer,
  purpose: ChannelPurpose,
  located: Exclude<Located, { kind: 'missing' }>,
): void {
  const { steps } = plan;
  const { channel } = located;
  const { name } = channel;
  steps.push(...takeOver(located, channelKey(purpose), `#${name}`));
  const changes = changesOf(config, present, purpose, located);
  if (Object.keys(changes).length > 0) steps.push({ kind: 'change-channel', purpose, channel, changes });

  const overwrites = channel.permission_overwrites ?? [];
  const wanted = wantedOverwrites(config, present, purpose);
  const changed = wanted.flatMap((one) => changedOverwrite(one, overwrites) ?? []);
  steps.push(...changed.map((overwrite): Step => ({ kind: 'permit', purpose, channel, overwrite })));
  plan.notices.push(...alsoWriting(wanted, present, channel));

  // What the bot's own overwrite is about to give it in the channel is not missing.
  const given = changed.find(({ id }) => id === present.bot.botId)?.allow ?? 0n;
  const missing = (managing | showing) & ~(botPermissions(present.bot, overwrites) | given | plan.missing);
  if (missing !== 0n) plan.missingIn.push({ name, missing });

  const found = present.explanations.get(purpose);
  if (!found) return void steps.push({ kind: 'explain', purpose, name });
  const { message, remembered } = found;
  const object = { discordId: message.id, created: true };
  const what = `explanation in #${name}`;
  if (!remembered) steps.push({ kind: 'remember', key: explanationKey(purpose), name: what, object, why: 'its mark' });
  if (!isUpToDate(message, { config, purpose, channelId: channel.id }))
    steps.push({ kind: 'change-explanation', purpose, name, messageId: message.id });
  if (!message.pinned) steps.push({ kind: 'pin', purpose, name, messageId: message.id });
}

function takeOver(located: Exclude<Located, { kind: 'missing' }>, key: string, name: string): Step[] {
  if (located.kind === 'known') return [];
  const object = { discordId: located.channel.id, created: false };
  return [{ kind: 'remember', key, name, object, why: located.why }];
}

/** Only what the setup made is renamed or moved. */
function changesOf(
  config: ServerConfig,
  present: PresentServer,
  purpose: ChannelPurpose,
  located: Exclude<Located, { kind: 'missing' }>,
): ChannelChanges {
  const { channel } = located;
  const name = config.channels[purpose]?.name ?? purpose;
  const topic = topicOf({ config, purpose });
  const ours = located.kind === 'known' && located.created;
  const categoryId = present.category.kind === 'missing' ? undefined : present.category.channel.id;
  return {
    ...(ours && channel.name !== name && { name }),
    ...((channel.topic ?? '') !== topic && { topic }),
    ...(ours && channel.parent_id !== categoryId && { intoCategory: true as const }),
  };
}

/** Whoever else was let in to write, by hand or by an earlier configuration. */
function alsoWriting(wanted: readonly NamedOverwrite[], { roles }: PresentServer, channel: GuildChannel): string[] {
  if (wanted.length === 0) return [];
  return (channel.permission_overwrites ?? [])
    .filter(({ id, allow }) => !wanted.some((one) => one.id === id) && BigInt(allow) & PermissionFlagsBits.SendMessages)
    .map(({ id }) => {
      const name = roles.find((role) => role.id === id)?.name ?? `the member ${id}`;
      return `${name} may write in #${channel.name} too. Nothing is taken away that the configuration does not name.`;
    });
}
