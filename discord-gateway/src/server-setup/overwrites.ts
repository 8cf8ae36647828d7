import { type APIOverwrite, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelPurpose } from './object-keys';
import type { PresentServer } from './read-server';
import { showing, writing } from './required-permissions';
import type { ServerConfig } from './server-config';
import { ServerSetupError } from './server-setup-error';

/** Permissions of a role or a member in one channel, with the name that the plan shows. */
export interface NamedOverwrite extends Pick<APIOverwrite, 'id' | 'type'> {
  name: string;
  allow: bigint;
  deny: bigint;
}

/**
 * Who may do what in a channel. In #announcements everybody reads, and only the team and the bot write; the other
 * channels are as the server has them.
 */
export function wantedOverwrites(
  config: ServerConfig,
  present: PresentServer,
  purpose: ChannelPurpose,
): NamedOverwrite[] {
  if (purpose !== 'announcements') return [];
  const role = { type: OverwriteType.Role };
  const reading = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
  return [
    { ...role, id: config.guildId, name: '@everyone', allow: reading, deny: writing },
    ...teamOf(config, present).map(({ id, name }) => ({
      ...role,
      id,
      name,
      allow:
        PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.SendMessagesInThreads,
      deny: 0n,
    })),
    { type: OverwriteType.Member, id: present.bot.botId, name: 'the bot', allow: showing, deny: 0n },
  ];
}

/** The overwrite as it would be after the wanted one, or undefined when it says that already. What else it says stays. */
export function changedOverwrite(wanted: NamedOverwrite, present: readonly APIOverwrite[]): NamedOverwrite | undefined {
  const before = present.find(({ id }) => id === wanted.id);
  const allowed = BigInt(before?.allow ?? 0);
  const denied = BigInt(before?.deny ?? 0);
  const allow = (allowed | wanted.allow) & ~wanted.deny;
  const deny = (denied | wanted.deny) & ~wanted.allow;
  return allow === allowed && deny === denied ? undefined : { ...wanted, allow, deny };
}

/** @throws ServerSetupError for a role that is not there, or is there twice. */
function teamOf({ team }: ServerConfig, { roles, bot }: PresentServer): { id: string; name: string }[] {
  const named = roles.filter(({ id }) => id !== bot.guildId);
  return team.map((wanted) => {
    const [found, ...others] = named.filter(({ id, name }) => id === wanted || name === wanted);
    if (found && others.length === 0) return found;
    const known = named.map(({ name, id }) => `${name} (${id})`).join(', ');
    throw found
      ? new ServerSetupError(
          'ambiguous-name',
          `Several roles are called "${wanted}": write an id. There are: ${known}.`,
        )
      : new ServerSetupError('unknown-role', `The server has no role "${wanted}". There are: ${known}.`);
  });
}
