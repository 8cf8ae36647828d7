import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from './create-test-database';

describe('prepared statements', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = openPool({
      connectionString: database.connectionString,
      max: 1,
      applicationName: 'test',
      prepareStatements: true,
      onBrokenConnection: () => {},
    });
    await pool.query('create table things (name text)');
    await pool.query('insert into things values ($1)', ['a sword']);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const prepared = async (text: string) =>
    (await pool.query('select 1 from pg_prepared_statements where statement = $1', [text])).rowCount;

  it('are kept for a text with values, which are told apart each time', async () => {
    const text = 'select name from things where name = $1';
    expect((await pool.query(text, ['a sword'])).rows).toEqual([{ name: 'a sword' }]);
    expect((await pool.query(text, ['a shield'])).rows).toEqual([]);
    expect(await prepared(text)).toBe(1);
  });

  it('outlive a migration that adds a column, also where every column is read', async () => {
    const text = 'select t.* from things t where name = $1';
    await pool.query(text, ['a sword']);
    await pool.query('alter table things add column weight integer');
    expect((await pool.query(text, ['a sword'])).rows).toEqual([{ name: 'a sword', weight: null }]);
    expect(await prepared(text)).toBe(0);
  });
});
