import { inTransaction, openPool, type Pool, writeTogether } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from './create-test-database';

describe('a transaction whose statements are pipelined', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = openPool({
      connectionString: database.connectionString,
      max: 1,
      applicationName: 'test',
      prepareStatements: true,
      pipelineStatements: true,
      onBrokenConnection: () => {},
    });
    await pool.query('create table things (name text primary key)');
  });
  afterEach(() => pool.query('truncate things'));
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const names = async () => (await pool.query('select name from things order by name')).rows.map(({ name }) => name);
  const add = 'insert into things values ($1)';

  it('stores all of it', async () => {
    const result = await inTransaction(pool, async (db) => {
      await Promise.all(['a sword', 'a shield'].map((name) => db.query(add, [name])));
      return 'done';
    });
    expect(result).toBe('done');
    expect(await names()).toEqual(['a shield', 'a sword']);
  });

  it('stores nothing when one of the statements that are under way together fails, and the next one works', async () => {
    const broken = inTransaction(pool, (db) =>
      Promise.all(['a sword', 'a sword', 'a shield'].map((name) => db.query(add, [name]))),
    );
    await expect(broken).rejects.toMatchObject({ code: '23505' });
    expect(await names()).toEqual([]);
    await inTransaction(pool, (db) => db.query(add, ['a bow']));
    expect(await names()).toEqual(['a bow']);
  });

  it('stores nothing when its work throws, also before the database was asked for anything', async () => {
    const broken = inTransaction(pool, async () => {
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await names()).toEqual([]);
  });

  it('fails when its work overlooks that a statement failed: nothing was stored', async () => {
    const broken = inTransaction(pool, async (db) => {
      await db.query(add, ['a sword']);
      await db.query(add, ['a sword']).catch(() => {});
    });
    await expect(broken).rejects.toThrow('ended with ROLLBACK');
    expect(await names()).toEqual([]);
  });

  it('fails when its connection ends on the way', async () => {
    const broken = inTransaction(pool, async (db) => {
      await db.query(add, ['a sword']);
      await db.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(broken).rejects.toThrow();
    expect(await names()).toEqual([]);
  });

  describe('that is written together', () => {
    const addTogether = (...added: string[]) => writeTogether(pool, (db) => added.map((name) => db.query(add, [name])));

    it('stores all of it', async () => {
      await addTogether('a sword', 'a shield');
      expect(await names()).toEqual(['a shield', 'a sword']);
    });

    it('stores nothing when one of its statements fails, and the next one works', async () => {
      await expect(addTogether('a sword', 'a sword', 'a shield')).rejects.toMatchObject({ code: '23505' });
      expect(await names()).toEqual([]);
      await addTogether('a bow');
      expect(await names()).toEqual(['a bow']);
    });

    it('refuses a statement that would come after the commit', async () => {
      const late = writeTogether(pool, (db) => [
        db.query(add, ['a sword']),
        Promise.resolve().then(() => db.query(add, ['a shield'])),
      ]);
      await expect(late).rejects.toThrow('after the commit');
    });

    it('fails when its connection ends on the way', async () => {
      const broken = writeTogether(pool, (db) => [
        db.query(add, ['a sword']),
        db.query('select pg_terminate_backend(pg_backend_pid())'),
      ]);
      await expect(broken).rejects.toThrow();
      expect(await names()).toEqual([]);
    });
  });
});
