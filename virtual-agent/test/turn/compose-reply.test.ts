import { agentArticleAttributes, answerAttributes } from '@discord-channel/contracts';
import type { Article } from '@discord-channel/knowledge-base';
import { composeArticleCard, composeReply, offerAgent } from '../../src/turn/compose-reply';

const article = (id: string, changes: Partial<Article> = {}): Article => ({
  applicationId: '100000000000000001',
  guildId: null,
  id,
  title: `Title of ${id}`,
  category: 'Account',
  queries: [],
  url: `https://support.example/${id}`,
  text: 'First **do** this.',
  language: 'en',
  state: 'published',
  ...changes,
});

const labelsOf = (articles: Article[]) =>
  composeReply({ kind: 'articles', articles }, 'en').presentation.buttons.map(({ label }) => label);

test.each([0, 1, 4, 9])('of %i candidates at most four are offered, and always an agent', (count) => {
  const labels = labelsOf(Array.from({ length: count }, (_, number) => article(`a${number}`)));
  expect(labels).toHaveLength(Math.min(count, 4) + 1);
  expect(labels.at(-1)).toBe('Talk to an agent');
});

test('nothing found is said honestly', () => {
  expect(composeReply({ kind: 'articles', articles: [] }, 'en')).toEqual({
    body: 'I found nothing that fits. You can say it in other words, or talk to an agent.\n[Talk to an agent]',
    presentation: {
      text: 'I found nothing that fits. You can say it in other words, or talk to an agent.',
      buttons: [{ id: 'request-agent', label: 'Talk to an agent', style: 'secondary' }],
    },
  });
});

test('the transcript names every button in plain words', () => {
  const { body } = composeReply({ kind: 'articles', articles: [article('a'), article('b')] }, 'en');
  expect(body).toBe('Does one of these categories help?\n[Title of a] [Title of b] [Talk to an agent]');
});

test('an article is a card for the player and lines for the transcript', () => {
  const reply = composeReply({ kind: 'article', article: article('a') }, 'en');
  expect(reply.presentation).toMatchObject({
    text: 'Suggested Article: Title of a',
    article: { title: 'Title of a', url: 'https://support.example/a', category: 'Account', excerpt: 'First do this.' },
  });
  expect(reply.body).toBe(
    'Suggested Article: Title of a\nTitle of a\nhttps://support.example/a\nFirst do this.\n[That helped] [Something else] [Talk to an agent]',
  );
});

test('an article without an address leaves no empty line', () => {
  expect(composeReply({ kind: 'article', article: article('a', { url: null }) }, 'en').body).not.toContain('\n\n');
});

test('the longest titles and addresses still fit what Discord and Twilio take', () => {
  const long = article('a'.repeat(60), {
    title: '漢'.repeat(256),
    category: '漢'.repeat(256),
    url: `https://support.example/${'x'.repeat(470)}`,
    text: '漢'.repeat(3_000),
  });
  for (const finding of [
    { kind: 'article', article: long } as const,
    { kind: 'articles', articles: [long, long, long, long] } as const,
  ]) {
    const { presentation } = composeReply(finding, 'en');
    const attributes = answerAttributes.parse({ origin: 'virtual-agent', answers: 100_000, part: 0, presentation });
    expect(Buffer.byteLength(JSON.stringify(attributes))).toBeLessThanOrEqual(4 * 1_024);
    expect(presentation.buttons.every(({ label, id }) => label.length <= 80 && id.length <= 100)).toBe(true);
  }
});

test('an agent that is offered comes first, and the articles stay', () => {
  const reply = offerAgent(composeReply({ kind: 'articles', articles: [article('a')] }, 'fr'), 'fr');
  expect(reply.presentation.buttons).toEqual([
    { id: 'request-agent', label: 'Parler à un agent', style: 'primary' },
    { id: 'show-article:a', label: 'Title of a', style: 'secondary' },
  ]);
  expect(reply.presentation.text).toContain("Préférez-vous parler à l'un de nos agents ?");
  expect(reply.body.startsWith(reply.presentation.text)).toBe(true);
});

test('an article that an agent sends is the virtual agent’s card in the player’s language, without buttons', () => {
  const { presentation } = composeReply({ kind: 'article', article: article('a') }, 'fr');
  const excerpt = 'First do this.';
  expect(composeArticleCard({ ...article('a'), excerpt }, 'fr')).toEqual({
    presentation: { text: presentation.text, article: presentation.article },
    body: 'Article suggéré : Title of a\nTitle of a\nhttps://support.example/a\nFirst do this.',
  });
  expect(composeArticleCard({ ...article('a'), excerpt }, null).body).toMatch(/^Suggested Article: /);
});

test('the longest article that an agent can send is within what Twilio takes', () => {
  const { presentation } = composeArticleCard(
    {
      title: '漢'.repeat(256),
      url: `https://support.example/${'a'.repeat(475)}`,
      category: '漢'.repeat(256),
      excerpt: '漢'.repeat(160),
    },
    'ar',
  );
  const attributes = agentArticleAttributes.parse({ origin: 'agent', presentation });
  expect(Buffer.byteLength(JSON.stringify(attributes))).toBeLessThan(4_096);
});
