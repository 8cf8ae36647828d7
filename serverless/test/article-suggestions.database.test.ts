import { randomBytes } from 'node:crypto';
import { panelError, rateArticleResponse, suggestArticlesResponse } from '@discord-channel/contracts';
import { openPool, type Pool } from '@discord-channel/database';
import { createTestDatabase, type TestDatabase } from '@discord-channel/database/testing';
import { type ArticleDraft, findArticles, publishArticles } from '@discord-channel/knowledge-base';
import { startConversation } from '@discord-channel/virtual-agent';
import { handler as rateArticle } from '../src/functions/flex/rate-article';
import { handler as suggestArticles } from '../src/functions/flex/suggest-articles';
import type { TwilioFunction } from '../src/runtime/twilio-runtime';
import { callFunction } from './call-function';
import { createFunctionsRole, type FunctionsRole } from './create-functions-role';

// Twilio's own service stands behind it; everything else is real.
jest.mock('twilio-flex-token-validator', () => ({
  validator: async (token: string) => {
    if (!token.endsWith('-token')) throw 'Token is not valid';
    const roles = token === 'stranger-token' ? ['wfo.data_analyst'] : ['agent'];
    return { valid: true, identity: token.replace('-token', ''), realm_user_id: 'kim@example.com', roles };
  },
}));

const sid = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;
const applicationId = '100000000000000001';
const guildId = '200000000000000001';
const conversationSid = sid('CH');
let database: TestDatabase;
let pool: Pool;
let role: FunctionsRole;

const draft = (id: string, title: string, text: string): ArticleDraft => ({
  id,
  title,
  category: 'Account',
  queries: [],
  url: `https://help.example/${id}`,
  text,
  language: 'en',
  state: 'published',
});

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool({
    connectionString: database.connectionString,
    max: 1,
    applicationName: 'knowledge-functions-test',
    onBrokenConnection: (error) => {
      throw error;
    },
  });
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockImplementation(() => {});
  const articles = [
    draft('reset-password', 'Reset Password', 'Choose **Forgot password?** on the sign-in page.'),
    draft('refunds', 'Refunds', 'A refund takes five days.'),
    draft('two-factor', 'Two-Factor Authentication', 'Nobody gets in with the password alone.'),
    draft('change-password', 'Change your password', 'Open your account and choose a new password.'),
  ];
  await publishArticles(pool, { applicationId, guildId: null, articles, updatedBy: 'test' });
  const own = [draft('passwords-here', 'The password of this server', 'Ask a moderator for the password.')];
  await publishArticles(pool, { applicationId, guildId, articles: own, updatedBy: 'test' });
  const origin = {
    applicationId,
    guildId,
    guildName: 'Wumpus Quest',
    dmChannelId: '400000000000000001',
    userId: '300000000000000001',
    username: 'wumpus',
    displayName: 'Wumpus',
    avatarUrl: null,
    locale: 'fr',
  };
  await startConversation(pool, { conversationSid, participantSid: sid('MB'), origin });
  role = await createFunctionsRole(pool, database.connectionString);
});
afterAll(async () => {
  await role.drop();
  await pool.end();
  await database.drop();
});

function call(handler: TwilioFunction, request: object, token = 'kim-token') {
  const variables = {
    ACCOUNT_SID: sid('AC'),
    AUTH_TOKEN: 'secret',
    DATABASE_URL: role.connectionString,
    TWILIO_STUDIO_FLOW_SID: sid('FW'),
    TWILIO_WORKSPACE_SID: sid('WS'),
    TWILIO_WORKFLOW_SID: sid('WW'),
  };
  return callFunction(handler, { Token: token, Payload: JSON.stringify(request) }, variables);
}
async function suggested(request: object, token?: string) {
  const { status, body } = await call(suggestArticles, { messageSid: null, ...request }, token);
  expect(status).toBe(200);
  return suggestArticlesResponse.parse(body).articles;
}

describe('suggested articles', () => {
  test('are the three best of the player’s own server, with the matching words marked', async () => {
    const articles = await suggested({ conversationSid, text: 'i forgot the password of this server' });
    expect(articles).toHaveLength(3);
    expect(articles[0]).toEqual({
      id: 'passwords-here',
      title: {
        text: 'The password of this server',
        marks: [
          [4, 12],
          [21, 27],
        ],
      },
      category: 'Account',
      url: 'https://help.example/passwords-here',
      passage: { text: 'Ask a moderator for the password.', marks: [[24, 32]] },
      excerpt: 'Ask a moderator for the password.',
      card: {
        body: 'Article suggéré : The password of this server\nThe password of this server\nhttps://help.example/passwords-here\nAsk a moderator for the password.',
        presentation: {
          text: 'Article suggéré : The password of this server',
          article: {
            title: 'The password of this server',
            url: 'https://help.example/passwords-here',
            category: 'Account',
            excerpt: 'Ask a moderator for the password.',
          },
        },
      },
      notHelpful: false,
    });
  });

  test('for a task that is not Discord’s are those that every server has', async () => {
    for (const unknown of [null, sid('CH')]) {
      const articles = await suggested({ conversationSid: unknown, text: 'password' });
      expect(articles.map(({ id }) => id)).not.toContain('passwords-here');
      expect(articles.length).toBeGreaterThan(0);
    }
  });

  test('are none where nothing has to do with it', async () => {
    expect(await suggested({ conversationSid, text: '🦀🦀🦀' })).toEqual([]);
  });

  test.each([
    ['nothing', ' '],
    ['too much', 'x'.repeat(2_001)],
  ])('are refused in plain words for %s', async (_name, text) => {
    const { status, body } = await call(suggestArticles, { conversationSid, messageSid: null, text });
    expect([status, panelError.parse(body).error.field]).toEqual([400, 'text']);
  });

  test('are not looked for when a message asks for a person, but are when an agent types the same', async () => {
    const request = { conversationSid, text: 'i want to talk to a human about my password' };
    const ask = async (messageSid: string | null) =>
      suggestArticlesResponse.parse((await call(suggestArticles, { ...request, messageSid })).body);
    expect(await ask(sid('IM'))).toEqual({ articles: [], isQuestion: false });
    const typed = await ask(null);
    expect([typed.isQuestion, typed.articles.length > 0]).toEqual([true, true]);
  });

  test('are not for strangers', async () => {
    expect((await call(suggestArticles, { conversationSid, text: 'password' }, 'wrong')).status).toBe(401);
    expect((await call(suggestArticles, { conversationSid, text: 'password' }, 'stranger-token')).status).toBe(403);
  });

  test('take whatever players write', async () => {
    for (const text of ['\u0000', "'; drop table knowledge_base.articles; --", '\ud800', '%_\\', '(((((']) {
      expect(Array.isArray(await suggested({ conversationSid, text }))).toBe(true);
    }
  });
});

describe('feedback on an article', () => {
  const messageSid = sid('IM');
  const asked = { conversationSid, messageSid, text: 'where is my refund' };
  const rate = (changes: object = {}, token?: string) =>
    call(rateArticle, { ...asked, articleId: 'refunds', notHelpful: true, ...changes }, token);
  const isNotHelpful = async (token?: string) =>
    (await suggested(asked, token)).find(({ id }) => id === 'refunds')?.notHelpful;
  const count = async () => {
    const { articles } = await findArticles(pool, { search: '' }, { feedback: true });
    return articles.find(({ id }) => id === 'refunds')?.notHelpful;
  };

  test('counts once per agent, is shown to who gave it, and can be taken back', async () => {
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await rate();
      expect([status, rateArticleResponse.parse(body)]).toEqual([200, { articleId: 'refunds', notHelpful: true }]);
    }
    expect([await isNotHelpful(), await isNotHelpful('noor-token'), await count()]).toEqual([true, false, 1]);
    await rate({}, 'noor-token');
    expect(await count()).toBe(2);
    await rate({ notHelpful: false });
    expect([await isNotHelpful(), await count()]).toEqual([false, 1]);
  });

  test('on one that is not there is refused in plain words', async () => {
    const { status, body } = await rate({ articleId: 'gone' });
    expect([status, panelError.parse(body).error]).toEqual([
      400,
      expect.objectContaining({ code: 'invalid-request', field: 'articleId' }),
    ]);
  });

  test('is not for strangers', async () => {
    expect((await rate({}, 'stranger-token')).status).toBe(403);
  });
});
