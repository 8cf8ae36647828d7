import { parseArgs } from 'node:util';
import { openPool, requireSchemaVersion } from '@discord-channel/database';
import { knowledgeBaseSchema, publishArticles, readArticleSource } from '@discord-channel/knowledge-base';

const usage = `Publishes articles of the knowledge base: every .md file of a folder, every row of a .csv table
(columns id, title, category, queries, url, text, language, state; questions one per line or between |), or every object
of a .json list with the same names. All of them, or none.

  npm run knowledge:publish -- FOLDER|FILE.csv|FILE.json --application ID [--guild ID] [--overwrite]

  --application  the Discord application (or DISCORD_APPLICATION_ID)
  --guild        only for this Discord server (or DISCORD_GUILD_ID); without it, for every server
  --overwrite    replaces what was changed in Flex since it was published last; without it, an article that only Flex
                 changed stays as it is there, and one that both changed stops the publication
  DATABASE_DIRECT_URL or DATABASE_URL names the database.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { application: { type: 'string' }, guild: { type: 'string' }, overwrite: { type: 'boolean' } },
  });
  const source = positionals[0];
  const applicationId = values.application ?? process.env.DISCORD_APPLICATION_ID;
  const guildId = values.guild ?? process.env.DISCORD_GUILD_ID ?? null;
  const connectionString = process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL;
  if (!source || !applicationId || !connectionString) throw new Error(usage);
  for (const id of [applicationId, guildId]) {
    if (id !== null && !/^\d{15,20}$/.test(id)) throw new Error(`${id} is not a Discord id (15 to 20 digits)`);
  }

  const read = await readArticleSource(source);
  if (read.kind === 'rejected') {
    const lines = read.problems.map(({ file, line, reason }) => `${file}${line > 0 ? `:${line}` : ''}: ${reason}`);
    throw new Error([...lines, 'Nothing was published.'].join('\n'));
  }
  const pool = openPool({
    connectionString,
    max: 1,
    applicationName: 'publish-knowledge',
    // The statement that runs on the connection fails too, and is reported there.
    onBrokenConnection: () => {},
  });
  try {
    await requireSchemaVersion(pool, [knowledgeBaseSchema]);
    const result = await publishArticles(pool, {
      applicationId,
      guildId,
      articles: read.articles,
      updatedBy: 'knowledge:publish',
      overwrite: values.overwrite,
    });
    if (result.kind === 'conflicts') {
      throw new Error(
        `Changed in the files and in Flex since they were published last: ${result.ids.join(', ')}. Nothing was ` +
          'published. Put what Flex says into the files (Knowledge, Export), or publish with --overwrite.',
      );
    }
    const { changed, unchanged, kept } = result;
    console.log(`Published ${changed} new or changed articles; ${unchanged} were there already.`);
    if (kept > 0) console.log(`${kept} were changed in Flex and stay as they are there (--overwrite replaces them).`);
  } finally {
    await pool.end();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
