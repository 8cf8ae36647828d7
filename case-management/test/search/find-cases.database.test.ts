import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor, type FindCasesRequest, findCasesRequest, findPageSize } from '@discord-channel/contracts';
import { inTransaction, openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import {
  addCaseNote,
  changeCaseStatus,
  countCases,
  editCase,
  editContact,
  findCases,
  getCase,
  openCase,
} from '../../src';

const kim: Actor = { kind: 'agent', id: 'kim_40example_2Ecom', name: 'kim@example.com' };
const noor: Actor = { kind: 'agent', id: 'noor_40example_2Ecom', name: 'noor@example.com' };

let database: TestDatabase;
let pool: Pool;

// Each test has its own: a timeline cannot be emptied, and here it matters what else is there.
beforeEach(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 2,
    applicationName: 'find-cases-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

let player = 300000000000000000n;

interface NewCase {
  displayName?: string;
  username?: string;
  notes?: readonly string[];
  /** By whom the notes are. */
  by?: Actor;
}

async function open(
  subject: string,
  { displayName = 'Wumpus', username = 'wumpus', notes = [], by = kim }: NewCase = {},
) {
  player += 1n;
  const { caseId, caseNumber } = await inTransaction(pool, (transaction) =>
    openCase(transaction, {
      origin: {
        applicationId: '100000000000000001',
        guildId: null,
        guildName: null,
        dmChannelId: '400000000000000001',
        userId: String(player),
        username,
        displayName,
        avatarUrl: null,
        locale: null,
      },
      conversationSid: `CH${randomBytes(16).toString('hex')}`,
      subject,
      source: 'discord-dm',
      actor: { kind: 'player', id: String(player), name: displayName },
    }),
  );
  for (const text of notes) await addCaseNote(pool, { caseId, noteId: randomUUID(), text, actor: by });
  return { caseId, caseNumber };
}

async function page(request: FindCasesRequest) {
  const result = await findCases(pool, findCasesRequest.parse(request));
  if (result.kind !== 'found') throw new Error(result.kind);
  return result.page;
}

const subjects = async (request: FindCasesRequest) => (await page(request)).items.map(({ subject }) => subject);
const finds = (search: string) => subjects({ search });

describe('searching', () => {
  test.each([
    ['an English word in any case', 'My Password is lost', 'PASSWORD'],
    ['the beginning of a word', 'My password is lost', 'passw'],
    ['words with and without accents', 'Réinitialisation', 'reinitial'],
    ['a word without an accent by one with', 'Zurich', 'Zürich'],
    ['Russian', 'Забыл пароль', 'ПАРОЛЬ'],
    ['two characters in the middle of Chinese', '我忘记了密码怎么办', '密码'],
    ['two characters of Japanese', 'パスワードを再設定したい', '設定'],
    ['one character', '猫が消えた', '猫'],
    ['full width letters', 'ＶＩＰ', 'vip'],
    ['a part of a Korean word', '비밀번호를 잊었어요', '번호'],
    ['Thai', 'ลืมรหัสผ่าน', 'รหัส'],
    ['Arabic with and without vowel signs', 'نسيت كلمة المرور', 'كَلِمة'],
    ['an emoji', 'Crash 🎮 again', '🎮'],
    ['what stands between punctuation', `100% "a_b" \\ '); drop table x; --`, `a_b" '); --`],
  ])('finds %s, in the subject and in a note', async (_what, text, search) => {
    await open(text);
    await open('By its note', { notes: ['another one', text] });
    await open('Neither');
    expect(await finds(search)).toEqual(['By its note', text]);
  });

  test('needs every word, wherever it stands', async () => {
    await open('Dragon', { displayName: 'Ulrika', notes: ['below the bridge'] });
    expect(await finds('bridge dragon ulrika')).toEqual(['Dragon']);
    expect(await finds('bridge unicorn')).toEqual([]);
  });

  test('finds a case by its number, with # nothing else', async () => {
    const { caseNumber } = await open('First');
    await open(`Like ${caseNumber}`);
    expect(await finds(`${caseNumber}`)).toEqual([`Like ${caseNumber}`, 'First']);
    expect(await finds(`#${caseNumber}`)).toEqual(['First']);
  });

  test('finds a contact by names, address and number, also when they change later', async () => {
    const { caseId } = await open('Contact', { displayName: 'Old Name', username: 'dark_knight' });
    const changes = { firstName: 'Zoë', lastName: 'Müller', email: 'zoe@shop.example', phone: '+48 600 100 200' };
    await editContact(pool, { caseId, version: 1, changes, actor: kim });
    for (const search of [
      'zoe mull',
      'ZOE@SHOP.example',
      'dark_knight',
      'knight',
      '+48600100200',
      '600-100-200',
      '0600 100 200',
    ]) {
      expect({ search, found: await finds(search) }).toEqual({ search, found: ['Contact'] });
    }
    await editContact(pool, { caseId, version: 2, changes: { firstName: 'Ada', lastName: null }, actor: kim });
    expect(await finds('ada')).toEqual(['Contact']);
    expect(await finds('müller')).toEqual([]);
  });

  test.each(['Jonathon', 'Jonatan', 'Jonnathan', 'Joanthan'])('finds Jonathan by %s, and says so', async (search) => {
    await open('His', { displayName: 'Jonathan' });
    await open('Hers', { displayName: 'Maria' });
    expect(await page({ search })).toMatchObject({ nearly: true, items: [{ subject: 'His' }] });
    expect(await page({ search: 'jonathan' })).toMatchObject({ nearly: false, items: [{ subject: 'His' }] });
    expect(await finds(`${search} maria`)).toEqual([]);
  });

  test('finds a new subject and no longer the old one', async () => {
    const { caseId } = await open('Before');
    await editCase(pool, { caseId, version: 1, changes: { subject: 'After' }, actor: kim });
    expect(await finds('before')).toEqual([]);
    expect(await finds('after')).toEqual(['After']);
  });

  test('takes nothing that was typed for SQL or for the language of searches', async () => {
    await open('Safe');
    for (const search of [
      `'; drop table x; --`,
      `a & !b | (c:*`,
      String.raw`\ '' %`,
      'a\u0000',
      '‮',
      '()',
      '*',
      "':*",
      '<->',
    ]) {
      expect({ search, found: await finds(search) }).toEqual({ search, found: [] });
    }
  });

  test('holds a note of 5,000 different characters, and many of them', async () => {
    const note = (from: number) =>
      Array.from({ length: 5_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7 + from) % 20_000))).join('');
    const { caseId } = await open('Long');
    for (let count = 0; count < 30; count += 1) {
      const added = await addCaseNote(pool, { caseId, noteId: randomUUID(), text: note(count * 611), actor: kim });
      expect(added.kind).toBe('added');
    }
    await addCaseNote(pool, { caseId, noteId: randomUUID(), text: 'the newest is found', actor: kim });
    expect(await finds('newest')).toEqual(['Long']);
  }, 60_000);

  test('finds the few among many that are old, behind those that it looks at first', async () => {
    await open('Needle', { notes: ['a rare thing'] });
    await pool.query(
      `insert into case_management.cases (application_id, contact_id, subject, source)
       select '1', id, 'Hay', 'agent' from case_management.contacts cross join generate_series(1, 2100)`,
    );
    expect(await finds('rare')).toEqual(['Needle']);
    expect(await finds('hay')).toHaveLength(findPageSize);
  }, 60_000);
});

describe('filtering', () => {
  test('applies every filter, alone and all together', async () => {
    const { caseId, caseNumber } = await open('Wanted', { notes: ['the refund was sent'], by: noor });
    await open('Other', { notes: ['nothing'] });
    await editCase(pool, { caseId, version: 1, changes: { tags: ['vip', 'lag'], owner: { kind: 'me' } }, actor: kim });
    await editContact(pool, { caseId, version: 1, changes: { labels: ['streamer'] }, actor: kim });
    await changeCaseStatus(pool, { caseId, status: 'elevated', version: 2, actor: kim });
    await pool.query(
      `update case_management.cases set csat_score = 4, created_at = '2026-01-15T12:00:00Z' where id = $1`,
      [caseId],
    );
    const filters = {
      from: '2026-01-15T00:00:00.000Z',
      to: '2026-01-16T00:00:00.000Z',
      keyword: 'refund',
      number: caseNumber,
      statuses: ['elevated' as const],
      tags: ['vip'],
      labels: ['streamer'],
      agentId: noor.id,
      ownerId: kim.id,
      csatScores: [4, 5],
    };
    expect(await subjects({ filters })).toEqual(['Wanted']);
    expect(await subjects({ search: 'wanted', filters })).toEqual(['Wanted']);
    const { from: _from, ...alone } = filters;
    for (const [name, value] of Object.entries(alone)) {
      expect({ name, found: await subjects({ filters: { [name]: value } }) }).toEqual({ name, found: ['Wanted'] });
    }
    const others = {
      keyword: 'wanted',
      number: 1,
      statuses: ['closed' as const],
      tags: ['vip', 'none'],
      labels: ['none'],
      agentId: 'nobody',
      ownerId: noor.id,
      csatScores: [1],
    };
    for (const [name, value] of Object.entries(others)) {
      expect({ name, found: await subjects({ filters: { ...filters, [name]: value } }) }).toEqual({ name, found: [] });
    }
    expect(await subjects({ filters: { ownerId: null } })).toEqual(['Other']);
  });

  test('counts by status in a range', async () => {
    const { caseId } = await open('Closed');
    await open('Open');
    await changeCaseStatus(pool, { caseId, status: 'closed', version: 1, actor: kim });
    expect(await countCases(pool, {})).toEqual({ all: 2, open: 1, elevated: 0, closed: 1 });
    expect(await countCases(pool, { from: '2999-01-01T00:00:00.000Z' })).toEqual({
      all: 0,
      open: 0,
      elevated: 0,
      closed: 0,
    });
  });
});

describe('order and pages', () => {
  test.each(['number', 'updated', 'subject', 'status', 'customer', 'owner', 'csat'] as const)(
    'by %s, both ways, each case once on all pages',
    async (by) => {
      for (let count = 0; count < findPageSize + 6; count += 1) {
        await open(`Case ${String.fromCharCode(65 + ((count * 7) % 26))}`, { displayName: `Name ${count % 5}` });
      }
      const walk = async (direction: 'ascending' | 'descending') => {
        const first = await page({ sort: { by, direction } });
        const second = await page({ sort: { by, direction }, cursor: first.next ?? '' });
        expect(second.next).toBeNull();
        // What changed a moment ago is on the next page too: whoever joins pages shows each case once.
        return [...new Set([...first.items, ...second.items].map(({ number }) => number))];
      };
      const up = await walk('ascending');
      expect(up).toHaveLength(findPageSize + 6);
      expect(await walk('descending')).toEqual([...up].reverse());
    },
  );

  test('lists by subject, customer, status and update as a reader would', async () => {
    const { caseId } = await open('beta', { displayName: 'Ada' });
    await open('Alpha', { displayName: 'zed' });
    await changeCaseStatus(pool, { caseId, status: 'elevated', version: 1, actor: kim });
    for (const by of ['status', 'customer'] as const) {
      expect(await subjects({ sort: { by, direction: 'ascending' } })).toEqual(['beta', 'Alpha']);
    }
    expect(await subjects({ sort: { by: 'subject', direction: 'ascending' } })).toEqual(['Alpha', 'beta']);
    expect(await subjects({ sort: { by: 'updated', direction: 'descending' } })).toEqual(['beta', 'Alpha']);
  });

  test('misses no case that changes while the list is read, and new ones do not shift it', async () => {
    const opened: string[] = [];
    for (let count = 0; count < findPageSize + 5; count += 1) opened.push((await open(`Case ${count}`)).caseId);
    await pool.query(
      `update case_management.cases set updated_at = updated_at - interval '1 hour' + number * interval '1 second'`,
    );
    const sort = { by: 'updated', direction: 'descending' } as const;
    const first = await page({ sort });
    const [oldest] = opened;
    await addCaseNote(pool, { caseId: oldest ?? '', noteId: randomUUID(), text: 'changed', actor: kim });
    await open('Brand new');
    const second = await page({ sort, cursor: first.next ?? '' });
    const listed = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(listed)).toEqual(new Set(opened));
    expect(listed).toHaveLength(opened.length);
  });

  test('shows who owns a case, who changed it last and when it was closed', async () => {
    const { caseId } = await open('Shown', { displayName: 'Wumpus' });
    await editCase(pool, { caseId, version: 1, changes: { owner: { kind: 'me' }, tags: ['vip'] }, actor: kim });
    await changeCaseStatus(pool, { caseId, status: 'closed', version: 2, actor: noor });
    const { case: view } = (await getCase(pool, { caseId })) as { case: { closedAt: string } };
    expect(await page({})).toMatchObject({
      items: [
        {
          subject: 'Shown',
          status: 'closed',
          customer: { name: 'Wumpus', email: null, phone: null },
          owner: { id: kim.id },
          tags: ['vip'],
          updatedBy: noor.name,
          closedAt: view.closedAt,
          csatScore: null,
        },
      ],
    });
  });
});
