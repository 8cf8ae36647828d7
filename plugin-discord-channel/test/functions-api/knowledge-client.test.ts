import { panelFunctions, rateArticleResponse, suggestArticlesResponse } from '@discord-channel/contracts';
import { createKnowledgeClient } from '../../src/functions-api/knowledge-client';
import { sampleArticle } from '../knowledge-panel/knowledge-server';

const request = { conversationSid: null, messageSid: null, text: 'password' };

function clientAnswered(...answers: { status: number; body: unknown }[]) {
  const urls: string[] = [];
  const client = createKnowledgeClient({
    readConnection: () => ({ functionsUrl: 'https://functions.example', token: 'token' }),
    wait: async () => {},
    fetch: async (url) => {
      urls.push(String(url));
      const { status, body } = answers.shift() ?? { status: 500, body: '' };
      return { status, text: async () => JSON.stringify(body) } as Response;
    },
  });
  return { client, urls };
}

test('articles are read as the contract has them', async () => {
  const body = suggestArticlesResponse.parse({ articles: [sampleArticle()], isQuestion: true });
  const { client, urls } = clientAnswered({ status: 200, body });
  expect(await client.suggestArticles(request)).toEqual({
    kind: 'articles',
    articles: [sampleArticle()],
    isQuestion: true,
  });
  expect(urls).toEqual([`https://functions.example${panelFunctions.suggestArticles}`]);
});

test('an answer of another shape is none', async () => {
  const wrong = { status: 200, body: { articles: [{ id: 'x' }] } };
  const { client } = clientAnswered(wrong, wrong);
  expect(await client.suggestArticles(request)).toMatchObject({ kind: 'unreachable' });
});

test('a knowledge base out of reach is tried once more, and told in its own words', async () => {
  const error = { status: 503, body: { error: { code: 'unavailable', message: 'Cases cannot be reached.' } } };
  const { client, urls } = clientAnswered(error, error);
  expect(await client.suggestArticles(request)).toMatchObject({
    kind: 'refused',
    message: 'Articles cannot be reached at the moment. Try again in a few seconds.',
  });
  expect(urls).toHaveLength(2);
});

test('feedback is read as the contract has it', async () => {
  const rating = { articleId: 'refunds', notHelpful: true };
  const { client, urls } = clientAnswered({ status: 200, body: rateArticleResponse.parse(rating) });
  expect(await client.rateArticle({ ...request, ...rating })).toEqual({ kind: 'rated', ...rating });
  expect(urls).toEqual([`https://functions.example${panelFunctions.rateArticle}`]);
});
