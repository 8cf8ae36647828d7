import type { KnowledgeServer } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** So that a number fits behind it. */
const longest = 52;

/** An id for a new article: made of its title, or of its key where the title has no Latin letter; nobody else has it. */
export async function chooseId(
  transaction: Queryable,
  { applicationId, guildId }: KnowledgeServer,
  { title, key }: { title: string; key: string },
): Promise<string> {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
  const base = /[a-z]/.test(plain) ? plain : `article-${key.slice(0, 8)}`;
  const { rows } = await transaction.query<{ id: string }>(
    `select id from knowledge_base.articles
      where application_id = $1 and guild_id is not distinct from $2 and (id = $3 or id like $3 || '-%')`,
    [applicationId, guildId, base],
  );
  const taken = new Set(rows.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
