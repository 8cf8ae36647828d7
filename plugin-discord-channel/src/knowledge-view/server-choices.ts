import type { KnowledgeServer, NamedServer } from '@discord-channel/contracts';
import { text } from '../strings/text';

const valueFor = ({ applicationId, guildId }: KnowledgeServer) => `${applicationId}/${guildId ?? ''}`;

/** Whom something can be for, to choose from: all servers of an application, then each of them. */
export function serverChoices(servers: readonly NamedServer[]): Array<{ value: string; name: string }> {
  const applications = [...new Set(servers.map(({ applicationId }) => applicationId))];
  return applications.flatMap((applicationId) => [
    {
      value: valueFor({ applicationId, guildId: null }),
      name:
        applications.length > 1
          ? text('articles.all-servers-of', { application: applicationId })
          : text('articles.all-servers'),
    },
    ...servers
      .filter((server) => server.applicationId === applicationId)
      .map((server) => ({ value: valueFor(server), name: server.name })),
  ]);
}

/** The server behind a value of `serverChoices`. */
export function chosenServer(value: string): KnowledgeServer {
  const [applicationId = '', guildId = ''] = value.split('/');
  return { applicationId, guildId: guildId || null };
}

/** What a server is called; one that the bot has left, by its id. */
export function serverName(server: KnowledgeServer, servers: readonly NamedServer[]): string {
  const known = serverChoices(servers).find(({ value }) => value === valueFor(server));
  return known?.name ?? server.guildId ?? text('articles.all-servers');
}
