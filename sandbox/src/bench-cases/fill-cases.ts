import { randomUUID } from 'node:crypto';
import type { Pool } from '@discord-channel/database';
import type { TextMaker } from './make-text';

export interface FillCases {
  pool: Pool;
  text: TextMaker;
  cases: number;
  /** Of all cases together. */
  notes: number;
  onProgress: (line: string) => void;
}

const batch = 5_000;
const agents = Array.from({ length: 60 }, (_, index) => `agent_${index + 1}`);
const tags = ['vip', 'billing', 'crash', 'account', 'streamer', 'refund', 'lag', 'ban', 'login', 'shop'];
const statuses = ['open', 'open', 'elevated', 'closed', 'closed', 'closed', 'closed'];

/**
 * Fills an empty database with cases of five years. The triggers rest meanwhile, and the search is built at the end
 * with the function that the migration uses: row by row it would take an hour.
 */
export async function fillCases({ pool, text, cases, notes, onProgress }: FillCases): Promise<void> {
  const tables = ['contacts', 'cases', 'case_notes', 'case_timeline'];
  for (const table of tables) await pool.query(`alter table case_management.${table} disable trigger user`);
  const contactIds = await fillContacts(pool, text, Math.ceil(cases / 2));
  const caseIds: string[] = [];
  for (let done = 0; done < cases; done += batch) {
    caseIds.push(
      ...(await fillBatch(pool, text, contactIds, { from: done, count: Math.min(batch, cases - done), of: cases })),
    );
  }
  onProgress(`${cases} cases of ${contactIds.length} contacts`);
  for (let done = 0; done < notes; done += batch) {
    const rows = Array.from({ length: Math.min(batch, notes - done) }, () => ({
      id: randomUUID(),
      case_id: pick(text, caseIds),
      text: text.note(),
      agent: pick(text, agents),
    }));
    await pool.query(
      `insert into case_management.case_notes (id, case_id, text, author_kind, author_id, author_name, created_at)
       select r.id, r.case_id, r.text, 'agent', r.agent, r.agent || '@example.com', c.created_at + interval '1 hour'
         from json_to_recordset($1) as r (id uuid, case_id uuid, text text, agent text)
         join case_management.cases c on c.id = r.case_id`,
      [JSON.stringify(rows)],
    );
  }
  onProgress(`${notes} notes`);
  await pool.query(
    `insert into case_management.agents (id, name) select a, a || '@example.com' from unnest($1::text[]) as a`,
    [agents],
  );
  await pool.query(
    `insert into case_management.case_timeline (case_id, event, actor_kind, actor_id, actor_name, happened_at)
     select id, 'case-opened', 'system', 'bench', 'bench', created_at from case_management.cases
     union all
     select case_id, 'note-added', 'agent', author_id, author_name, created_at from case_management.case_notes`,
  );
  await pool.query(
    `insert into case_management.case_agents (case_id, agent_id)
     select distinct case_id, author_id from case_management.case_notes`,
  );
  await buildSearch(pool);
  onProgress('the search is built');
  for (const table of tables) await pool.query(`alter table case_management.${table} enable trigger user`);
  await pool.query('vacuum analyze');
}

/** As the migration does, with the index made at the end. */
async function buildSearch(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ definition: string }>(
    `select pg_get_indexdef('case_management.case_search_words'::regclass) as definition`,
  );
  await pool.query('drop index case_management.case_search_words');
  await inParts(pool, 'cases', 'case_management.index_case(t.id)');
  await inParts(pool, 'contacts', 'case_management.add_name_words(t)');
  await pool.query(rows[0]?.definition ?? '');
}

async function inParts(pool: Pool, table: string, call: string): Promise<void> {
  for (let part = 0; part < 100; part += 1) {
    await pool.query(
      `select count(*) from (select ${call} from case_management.${table} t
        where abs(hashtext(t.id::text)) % 100 = ${part} offset 0) as done`,
    );
  }
}

async function fillContacts(pool: Pool, text: TextMaker, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let done = 0; done < count; done += batch) {
    const rows = Array.from({ length: Math.min(batch, count - done) }, (_, index) => {
      const { first, last } = text.name();
      const number = done + index;
      return {
        number,
        first,
        last,
        username: `${first}_${number}`.toLowerCase(),
        email: `${first}.${last}${number}@example.com`.toLowerCase(),
        phone: `+48 6${String(number).padStart(8, '0')}`,
      };
    });
    const { rows: made } = await pool.query<{ id: string }>(
      `insert into case_management.contacts (application_id, discord_user_id, username, display_name, first_name,
                                             last_name, email, phone)
       select '100000000000000001', (300000000000000000 + number)::text, username, first || ' ' || last, first, last,
              email, phone
         from json_to_recordset($1) as r (number bigint, first text, last text, username text, email text, phone text)
       returning id`,
      [JSON.stringify(rows)],
    );
    ids.push(...made.map(({ id }) => id));
  }
  return ids;
}

async function fillBatch(
  pool: Pool,
  text: TextMaker,
  contactIds: readonly string[],
  { from, count, of }: { from: number; count: number; of: number },
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const owner = text.random() < 0.7 ? pick(text, agents) : null;
    return {
      contact: pick(text, contactIds),
      subject: text.subject(),
      status: pick(text, statuses),
      priority: pick(text, ['low', 'normal', 'normal', 'high', 'urgent']),
      category: pick(text, ['Account', 'Billing', 'Bug', 'Other']),
      tags: tags.filter(() => text.random() < 0.15),
      owner,
      score: text.random() < 0.4 ? 1 + Math.floor(text.random() * 5) : null,
      age: 1_800 * (1 - (from + index) / of),
    };
  });
  const { rows: made } = await pool.query<{ id: string }>(
    `insert into case_management.cases (application_id, contact_id, subject, status, source, priority, category, tags,
                                        owner_id, owner_name, csat_score, created_at, updated_at, closed_at)
     select '100000000000000001', contact, subject, status, 'discord-dm', priority, category,
            array(select json_array_elements_text(tags)), owner, owner || '@example.com', score,
            now() - make_interval(secs => age * 86400),
            now() - make_interval(secs => age * 86400 * 0.9),
            case when status = 'closed' then now() - make_interval(secs => age * 86400 * 0.9) end
       from json_to_recordset($1) as r (contact uuid, subject text, status text, priority text, category text,
                                        tags json, owner text, score smallint, age double precision)
     returning id`,
    [JSON.stringify(rows)],
  );
  return made.map(({ id }) => id);
}

function pick<Item>(text: TextMaker, items: readonly Item[]): Item {
  return items[Math.floor(text.random() * items.length)] as Item;
}
