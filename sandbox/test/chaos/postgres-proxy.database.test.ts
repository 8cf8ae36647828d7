import { inTransaction, openPool, type Pool, writeTogether } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import type { Moment } from '../../src/chaos/crash-points';
import { type PostgresProxy, startPostgresProxy } from '../../src/chaos/postgres-proxy';

describe('the proxy between a worker and Postgres', () => {
  let database: TestDatabase;
  let proxy: PostgresProxy;
  let pool: Pool;
  let direct: Pool;
  let moments: Extract<Moment, { statements: string }>[] = [];
  let crashesAt: Moment['at'] | undefined;

  const open = (connectionString: string) =>
    openPool({
      connectionString,
      max: 1,
      applicationName: 'test',
      prepareStatements: true,
      pipelineStatements: true,
      onBrokenConnection: () => {},
    });
  beforeAll(async () => {
    database = await createTestDatabase();
    const address = new URL(database.connectionString);
    proxy = await startPostgresProxy({
      port: Number(address.port),
      crashAt: (moment) => {
        if ('statements' in moment) moments.push(moment);
        return moment.at === crashesAt;
      },
    });
    direct = open(database.connectionString);
    address.port = String(proxy.port);
    pool = open(address.toString());
    await direct.query('create table things (name text primary key)');
  });
  beforeEach(async () => {
    moments = [];
    crashesAt = undefined;
    proxy.trouble = {};
    await direct.query('truncate things');
  });
  afterAll(async () => {
    await pool.end();
    await direct.end();
    await proxy.close();
    await database.drop();
  });

  const names = async () => (await direct.query('select name from things order by name')).rows.map(({ name }) => name);
  const add = 'insert into things values ($1)';
  const addTogether = (...added: string[]) => writeTogether(pool, (db) => added.map((name) => db.query(add, [name])));
  const seen = () => moments.map(({ at }) => at);

  it.each([
    ['whose commit goes along', () => addTogether('a sword', 'a shield')],
    [
      'whose statements are pipelined',
      () => inTransaction(pool, (db) => Promise.all(['a sword', 'a shield'].map((name) => db.query(add, [name])))),
    ],
    [
      'that waits for each answer',
      () =>
        inTransaction(pool, async (db) => {
          for (const name of ['a sword', 'a shield']) await db.query(add, [name]);
        }),
    ],
  ])('sees one commit of a transaction %s, with all that it commits', async (_, work) => {
    await work();
    expect(seen()).toEqual(['commit', 'committed']);
    for (const { statements } of moments) expect(statements.match(/insert into things/g)?.length).toBeGreaterThan(1);
    expect(await names()).toEqual(['a shield', 'a sword']);
  });

  it('sees the commit that a write of its own is', async () => {
    await pool.query(add, ['a sword']);
    await pool.query('select 1');
    expect(seen()).toEqual(['commit', 'committed']);
  });

  it('cuts the connection before the commit has reached Postgres', async () => {
    crashesAt = 'commit';
    await expect(addTogether('a sword')).rejects.toThrow();
    expect(await names()).toEqual([]);
  });

  it('cuts the connection when Postgres has committed', async () => {
    crashesAt = 'committed';
    await expect(addTogether('a sword')).rejects.toThrow();
    expect(await names()).toEqual(['a sword']);
  });

  it('tells of no commit when a statement has failed', async () => {
    await expect(addTogether('a sword', 'a sword')).rejects.toMatchObject({ code: '23505' });
    expect(seen()).toEqual(['commit']);
    expect(await names()).toEqual([]);
    await addTogether('a bow');
    expect(await names()).toEqual(['a bow']);
  });

  it.each(['on-write', 'on-commit'] as const)(
    'refuses all of a transaction on a disk that is full %s',
    async (diskFull) => {
      await pool.query('select 1');
      proxy.trouble = { diskFull };
      await expect(addTogether('a sword', 'a shield')).rejects.toMatchObject({ code: '53100' });
      await expect(pool.query(add, ['a bow'])).rejects.toMatchObject({ code: '53100' });
      proxy.trouble = {};
      expect(await names()).toEqual([]);
      await addTogether('a bow');
      expect(await names()).toEqual(['a bow']);
    },
  );
});
