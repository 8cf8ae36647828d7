import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor, customFieldLimits, type SaveCustomFieldRequest } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import {
  changeTag,
  deleteCustomField,
  editCase,
  editContact,
  findCases,
  findCustomFields,
  findTags,
  getCase,
  openCase,
  saveCustomField,
} from '../../src';

const kim: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };

let database: TestDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 4,
    applicationName: 'custom-fields-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

const define = async (changes: Partial<SaveCustomFieldRequest> = {}) => {
  const field: SaveCustomFieldRequest = {
    id: randomUUID(),
    version: null,
    subject: 'case',
    kind: 'text',
    name: 'Product',
    options: [],
    ...changes,
  };
  return { field, result: await saveCustomField(pool, field) };
};

async function open(): Promise<string> {
  const { caseId } = await inTransaction(pool, (transaction) =>
    openCase(transaction, {
      origin: {
        applicationId: '100000000000000001',
        guildId: null,
        guildName: null,
        dmChannelId: '400000000000000001',
        userId: `3${String(randomBytes(6).readUIntBE(0, 6)).padStart(17, '0')}`,
        username: 'wumpus',
        displayName: 'Wumpus',
        avatarUrl: null,
        locale: null,
      },
      conversationSid: `CH${randomBytes(16).toString('hex')}`,
      subject: 'password',
      source: 'discord-dm',
      actor: { kind: 'player', id: '300000000000000001', name: 'Wumpus' },
    }),
  );
  return caseId;
}

const view = async (caseId: string) => {
  const found = await getCase(pool, { caseId });
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.case;
};

describe('defining fields', () => {
  test('makes one, however often it is asked for, and changes it from its version on', async () => {
    const { field, result } = await define({ kind: 'dropdown', options: ['Low', 'High'] });
    const made = { id: field.id, name: 'Product', options: ['Low', 'High'], version: 1, deleted: false };
    expect(result).toMatchObject({ kind: 'saved', fields: [made] });
    expect(await saveCustomField(pool, field)).toMatchObject({ kind: 'saved', fields: [made] });
    const renamed = { ...field, version: 1, name: 'Issue level', options: ['Low'] };
    expect(await saveCustomField(pool, renamed)).toMatchObject({ fields: [{ name: 'Issue level', version: 2 }] });
    expect(await saveCustomField(pool, { ...renamed, name: 'Late' })).toEqual({ kind: 'stale' });
    // What it is stays: values are held in it.
    const turned = { ...renamed, version: 2, kind: 'text' as const, subject: 'contact' as const, name: 'Turned' };
    expect(await saveCustomField(pool, turned)).toMatchObject({ fields: [{ kind: 'dropdown', subject: 'case' }] });
  });

  test('refuses a name that another field of the same thing has, and more fields than fit', async () => {
    await define();
    expect((await define({ name: 'PRODUCT' })).result).toEqual({ kind: 'name-taken' });
    expect((await define({ subject: 'contact' })).result.kind).toBe('saved');
    for (let count = 2; count < customFieldLimits.fields; count += 1) await define({ name: `Field ${count}` });
    expect((await define({ name: 'One more' })).result).toEqual({ kind: 'too-many' });
  });

  test('frees the name of a deleted one, which cannot be changed any more', async () => {
    const { field } = await define();
    await deleteCustomField(pool, field.id);
    expect((await define()).result.kind).toBe('saved');
    expect(await saveCustomField(pool, { ...field, version: 2, name: 'Back' })).toEqual({ kind: 'stale' });
    expect((await findCustomFields(pool)).fields).toMatchObject([{ deleted: true }, { deleted: false }]);
  });
});

describe('values', () => {
  test('are edited with the case, told in its timeline by the field’s name, and found', async () => {
    const { field: text } = await define();
    const { field: level } = await define({ name: 'Level', kind: 'dropdown', options: ['Low', 'High'] });
    const { field: tick } = await define({ name: 'Refunded', kind: 'checkbox' });
    const caseId = await open();
    const customValues = { [text.id]: 'Map 100%', [level.id]: 'High', [tick.id]: 'yes' };
    const changed = await editCase(pool, { caseId, version: 1, changes: { customValues }, actor: kim });
    expect(changed).toMatchObject({ kind: 'changed', case: { customValues, version: 2 } });
    expect(await editCase(pool, { caseId, version: 1, changes: { customValues }, actor: kim })).toMatchObject({
      kind: 'unchanged',
    });
    const { rows } = await pool.query(`select details from case_management.case_timeline where event = 'case-edited'`);
    expect(rows[0].details.edits).toContainEqual({ field: 'Level', custom: level.id, from: null, to: 'High' });

    const numbers = async (value: string, fieldId: string, match: 'is' | 'contains') => {
      const filters = { customValues: [{ of: 'case' as const, fieldId, value, match }] };
      const found = await findCases(pool, { filters });
      return found.kind === 'found' ? found.page.items.length : Number.NaN;
    };
    expect(await numbers('0%', text.id, 'contains')).toBe(1);
    expect(await numbers('0_', text.id, 'contains')).toBe(0);
    expect(await numbers('High', level.id, 'is')).toBe(1);
    expect(await numbers('Low', level.id, 'is')).toBe(0);

    await editCase(pool, { caseId, version: 2, changes: { customValues: { [level.id]: '' } }, actor: kim });
    expect((await view(caseId)).customValues).toEqual({ [text.id]: 'Map 100%', [tick.id]: 'yes' });
  });

  test('of a contact are the contact’s, and found there', async () => {
    const { field } = await define({ subject: 'contact', name: 'Guild' });
    const caseId = await open();
    await open();
    const changes = { customValues: { [field.id]: 'Dragons' } };
    await editContact(pool, { caseId, version: 1, changes, actor: kim });
    expect((await view(caseId)).contact.customValues).toEqual(changes.customValues);
    const filters = {
      customValues: [{ of: 'contact' as const, fieldId: field.id, value: 'drag', match: 'contains' as const }],
    };
    expect(await findCases(pool, { filters })).toMatchObject({ page: { items: [{ id: caseId }] } });
  });

  test('are refused where there is no such field, option or tick, and nothing else is saved', async () => {
    const { field: level } = await define({ name: 'Level', kind: 'dropdown', options: ['Low'] });
    const { field: tick } = await define({ name: 'Refunded', kind: 'checkbox' });
    const { field: other } = await define({ name: 'Guild', subject: 'contact' });
    const caseId = await open();
    const wrong = async (id: string, value: string) => {
      const changes = { subject: 'Changed', customValues: { [id]: value } };
      return editCase(pool, { caseId, version: 1, changes, actor: kim });
    };
    const refused = (fieldId: string, reason: string) => ({ kind: 'wrong-custom-value', fieldId, reason });
    expect(await wrong(level.id, 'High')).toEqual(refused(level.id, 'not-an-option'));
    expect(await wrong(tick.id, 'no')).toEqual(refused(tick.id, 'not-a-tick'));
    expect(await wrong(other.id, 'x')).toEqual(refused(other.id, 'no-such-field'));
    const unknown = randomUUID();
    expect(await wrong(unknown, 'x')).toEqual(refused(unknown, 'no-such-field'));
    expect(await view(caseId)).toMatchObject({ subject: 'password', version: 1, customValues: {} });
  });

  test('stay readable and may go, but not change, when their field is deleted', async () => {
    const { field } = await define();
    const caseId = await open();
    const hold = (version: number, value: string) =>
      editCase(pool, { caseId, version, changes: { customValues: { [field.id]: value } }, actor: kim });
    await hold(1, 'Map');
    await deleteCustomField(pool, field.id);
    expect((await view(caseId)).customValues).toEqual({ [field.id]: 'Map' });
    expect(await editCase(pool, { caseId, version: 2, changes: { subject: 'Other' }, actor: kim })).toMatchObject({
      case: { customValues: { [field.id]: 'Map' } },
    });
    expect(await hold(3, 'Other')).toMatchObject({ reason: 'deleted' });
    expect(await hold(3, '')).toMatchObject({ kind: 'changed', case: { customValues: {} } });
  });
});

describe('tags', () => {
  const tagged = async (...tags: string[]) => {
    const caseId = await open();
    await editCase(pool, { caseId, version: 1, changes: { tags }, actor: kim });
    return caseId;
  };

  test('are those that are offered and those that cases have, with how many', async () => {
    await tagged('vip', 'lag');
    await tagged('vip');
    await changeTag(pool, { change: 'offer', name: 'refund' }, kim);
    expect(await findTags(pool)).toEqual({
      tags: [
        { name: 'lag', cases: 1, offered: false },
        { name: 'refund', cases: 0, offered: true },
        { name: 'vip', cases: 2, offered: false },
      ],
    });
  });

  test('are renamed on every case, once where a case has both, and its timeline tells it', async () => {
    const both = await tagged('lag', 'vip', 'VIPs');
    const untouched = await tagged('lag');
    expect(await changeTag(pool, { change: 'rename', name: 'VIPs', to: 'vip' }, kim)).toEqual({ remaining: 0 });
    expect(await view(both)).toMatchObject({ tags: ['lag', 'vip'], version: 3 });
    expect(await view(untouched)).toMatchObject({ version: 2 });
    const { rows } = await pool.query(
      'select details from case_management.case_timeline where case_id = $1 order by id desc limit 1',
      [both],
    );
    expect(rows[0].details.edits).toEqual([{ field: 'tags', from: ['lag', 'vip', 'VIPs'], to: ['lag', 'vip'] }]);
    expect((await findTags(pool)).tags.map(({ name }) => name)).toEqual(['lag', 'vip']);
  });

  test('are taken away from every case', async () => {
    const caseId = await tagged('lag', 'vip');
    await changeTag(pool, { change: 'offer', name: 'vip' }, kim);
    await changeTag(pool, { change: 'delete', name: 'vip' }, kim);
    expect((await view(caseId)).tags).toEqual(['lag']);
    expect((await findTags(pool)).tags).toEqual([{ name: 'lag', cases: 1, offered: false }]);
  });
});
