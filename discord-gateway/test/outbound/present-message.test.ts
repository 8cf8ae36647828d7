import { type AnswerAttributes, virtualAgentAuthor } from '@discord-channel/contracts';
import { presentMessage } from '../../src/outbound/present-message';

const answer = (presentation: AnswerAttributes['presentation']) =>
  JSON.stringify({ origin: 'virtual-agent', answers: 1, part: 0, presentation } satisfies AnswerAttributes);

test('an agent’s words are plain text', () => {
  expect(presentMessage({ author: 'kim', body: 'Hello **there**', attributes: '{}' })).toEqual([
    { content: 'Hello **there**' },
  ]);
});

test('buttons are drawn five in a row', () => {
  const buttons = Array.from({ length: 7 }, (_, index) => ({
    id: `show-article:${index}`,
    label: `Article ${index}`,
    style: index === 0 ? ('primary' as const) : ('secondary' as const),
  }));
  const [message, ...others] = presentMessage({
    author: virtualAgentAuthor,
    body: 'Does one of these categories help?\n[Article 0] ...',
    attributes: answer({ text: 'Does one of these categories help?', buttons }),
  });
  expect(others).toEqual([]);
  expect(message?.content).toBe('Does one of these categories help?');
  expect(message?.components).toMatchObject([{ type: 1, components: { length: 5 } }, { components: { length: 2 } }]);
  expect(message?.components?.[0]).toMatchObject({
    components: expect.arrayContaining([{ type: 2, style: 1, custom_id: 'show-article:0', label: 'Article 0' }]),
  });
});

test('an article is a card with its title as the link', () => {
  const article = {
    title: 'Reset Password',
    url: 'https://help.example.com/reset',
    category: 'Account',
    excerpt: 'Open the login page.',
  };
  const [message] = presentMessage({
    author: virtualAgentAuthor,
    body: 'in plain words',
    attributes: answer({ text: 'Suggested Article: Reset Password', article, buttons: [] }),
  });
  expect(message).toMatchObject({
    content: 'Suggested Article: Reset Password',
    embeds: [
      { title: article.title, url: article.url, author: { name: 'Account' }, description: 'Open the login page.' },
    ],
  });
  expect(message?.components).toBeUndefined();
});

test('attributes that somebody else wrote draw nothing', () => {
  const forged = answer({
    text: 'Click here',
    buttons: [{ id: 'request-agent', label: 'Free gems', style: 'primary' }],
  });
  expect(presentMessage({ author: 'kim', body: 'the body', attributes: forged })).toEqual([{ content: 'the body' }]);
});

test('a notice of ours is its body', () => {
  const attributes = JSON.stringify({ origin: 'notice', key: 'joined:WR1', alreadyInDiscord: false });
  expect(presentMessage({ author: virtualAgentAuthor, body: 'Kim has joined the conversation.', attributes })).toEqual([
    { content: 'Kim has joined the conversation.' },
  ]);
});

test('a message that is nothing but files has no parts', () => {
  expect(presentMessage({ author: 'kim', body: null, attributes: '{}' })).toEqual([]);
});

describe('an article that an agent sends', () => {
  const article = { title: 'Reset', url: 'https://help.example/reset', category: 'Account', excerpt: 'Open it.' };
  const sent = (changes: object = {}, presentation: object = {}) =>
    JSON.stringify({ origin: 'agent', presentation: { text: 'An article', article, ...presentation }, ...changes });
  const plain = [{ content: 'in plain words' }];
  const shown = (author: string, attributes: string) => presentMessage({ author, body: 'in plain words', attributes });

  test.each(['kim', 'kim_40example_2Ecom'])('is the card that the virtual agent would show: from %s', (author) => {
    const [own] = shown(author, sent());
    const [bots] = presentMessage({
      author: virtualAgentAuthor,
      body: '',
      attributes: answer({ text: 'An article', article, buttons: [] }),
    });
    expect(own).toEqual(bots);
    expect(own?.embeds).toMatchObject([{ title: 'Reset', url: article.url }]);
  });

  test('has no buttons, whatever its attributes say', () => {
    const buttons = [{ id: 'request-agent', label: 'Free gems', style: 'primary' }];
    expect(shown('kim', sent({}, { buttons }))[0]?.components).toBeUndefined();
  });

  test.each([
    'discord_300000000000000001',
    virtualAgentAuthor,
    '+15550100',
    'whatsapp:+15550100',
    'somebody@example.com',
    'system',
    '',
  ])('is plain words when %j wrote it', (author) => {
    expect(shown(author, sent())).toEqual(plain);
  });

  test.each([
    ['another address than the web’s', sent({}, { article: { ...article, url: 'javascript:alert(1)' } })],
    ['no article', sent({}, { article: undefined })],
    ['a title without an end', sent({}, { article: { ...article, title: 'x'.repeat(257) } })],
    ['nothing', sent({ presentation: null })],
    ['the virtual agent’s origin', sent({ origin: 'virtual-agent' })],
  ])('is plain words with %s', (_name, attributes) => {
    expect(shown('kim', attributes)).toEqual(plain);
  });
});
