import { type DiscordOrigin, defaultAnswerPolicy, type JobName, jobPayloads } from '@discord-channel/contracts';
import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { type ArticleDraft, createArticleSearch, publishArticles } from '@discord-channel/knowledge-base';
import { startConversation, type VirtualAgentDependencies } from '../src';
import { FakeTwilio } from './fake-twilio';

export const origin: DiscordOrigin = {
  applicationId: '100000000000000001',
  guildId: '200000000000000001',
  guildName: 'Wumpus Quest',
  dmChannelId: '400000000000000001',
  userId: '300000000000000001',
  username: 'wumpus',
  displayName: 'Wumpus',
  avatarUrl: null,
  locale: 'en-US',
};

const article = (id: string, title: string, text: string): ArticleDraft => ({
  id,
  title,
  category: 'Account',
  queries: [],
  url: `https://support.example/${id}`,
  text,
  language: 'en',
  state: 'published',
});

export interface Job {
  name: JobName;
  payload: Record<string, unknown>;
  key: string | null;
  /** `later` is ten seconds from now, or more. */
  due: 'now' | 'later';
}

/** A database with a few articles, and conversations in it that talk to a fake Twilio. One per test file. */
export class ConversationWorld {
  private constructor(
    readonly pool: Pool,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<ConversationWorld> {
    const database = await createTestDatabase();
    const pool = openPool({
      connectionString: database.connectionString,
      max: 6,
      applicationName: 'virtual-agent-test',
      onBrokenConnection: (error) => {
        throw error;
      },
    });
    await publishArticles(pool, {
      applicationId: origin.applicationId,
      guildId: null,
      updatedBy: 'test',
      articles: [
        article('reset-password', 'Reset Password', 'Choose **Forgot password?** on the sign-in page.'),
        article('profile', 'Viewing Profile Progress', 'Sign in with your password.'),
      ],
    });
    return new ConversationWorld(pool, database);
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.database.drop();
  }

  /** A conversation that has just begun. */
  async start(changes: Partial<VirtualAgentDependencies> = {}) {
    await this.pool.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');
    const twilio = new FakeTwilio(origin.userId);
    const { conversationSid } = twilio;
    await startConversation(this.pool, { conversationSid, participantSid: `MB${'0'.repeat(32)}`, origin });
    const logger = { info: () => {}, warn: () => {}, error: () => {} };
    const monotonicNow = () => performance.now();
    const dependencies: VirtualAgentDependencies = {
      database: this.pool,
      twilio,
      articles: createArticleSearch({ database: this.pool, monotonicNow }),
      answerPolicy: defaultAnswerPolicy,
      logger,
      monotonicNow,
      answerBudgetMs: 7_000,
      ...changes,
    };
    return { conversationSid, twilio, dependencies };
  }

  /** The jobs that wait, checked against their shapes. */
  async jobs(): Promise<Job[]> {
    const { rows } = await this.pool.query<{ name: JobName; payload: object; key: string | null; in_seconds: number }>(
      `select task.identifier as name, job.payload, job.key,
              extract(epoch from job.run_at - now())::float8 as in_seconds
         from graphile_worker._private_jobs job
         join graphile_worker._private_tasks task on task.id = job.task_id
        where task.identifier not like '%case%' order by job.id`,
    );
    return rows.map(({ name, payload, key, in_seconds }) => ({
      name,
      payload: jobPayloads[name].parse(payload),
      key,
      due: in_seconds < 10 ? 'now' : 'later',
    }));
  }

  /** Lets time pass for what the database remembers of a conversation. */
  async letPass(seconds: number): Promise<void> {
    await this.pool.query(
      `update virtual_agent.conversations
          set lease_until = lease_until - make_interval(secs => $1),
              handoff_started_at = handoff_started_at - make_interval(secs => $1),
              task_missed_at = task_missed_at - make_interval(secs => $1),
              departure_noticed_at = departure_noticed_at - make_interval(secs => $1),
              interaction_requested_at = interaction_requested_at - make_interval(secs => $1)`,
      [seconds],
    );
    await this.pool.query(
      'update virtual_agent.notices set claimed_until = claimed_until - make_interval(secs => $1)',
      [seconds],
    );
  }
}
