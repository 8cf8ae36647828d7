import { parseArticle } from '../src';

const file = 'articles/reset-password.md';
const complete = `---
title: Reset Password
category: Account
url: https://support.example/reset
language: en
queries:
  - i forgot my password
  - how do i reset it?
---

Open the page.

- First choose **Forgot**.
`;

const problemsOf = (content: string, name = file) => {
  const result = parseArticle(name, content);
  return result.kind === 'rejected' ? result.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];
};

test('an article file becomes an article', () => {
  expect(parseArticle(file, complete)).toEqual({
    kind: 'parsed',
    article: {
      id: 'reset-password',
      title: 'Reset Password',
      category: 'Account',
      queries: ['i forgot my password', 'how do i reset it?'],
      url: 'https://support.example/reset',
      text: 'Open the page.\n\n- First choose **Forgot**.',
      language: 'en',
      state: 'published',
    },
  });
});

test('url, language, state and queries may be left out', () => {
  const result = parseArticle('a.md', '---\ntitle: A: b\ncategory: C\n---\nText');
  expect(result).toMatchObject({
    kind: 'parsed',
    article: { title: 'A: b', url: null, language: 'en', state: 'published', queries: [] },
  });
});

test('line ends of Windows and a byte order mark do no harm', () => {
  expect(parseArticle(file, `\ufeff${complete.replaceAll('\n', '\r\n')}`)).toEqual(parseArticle(file, complete));
});

test.each([
  ['no front matter', 'Just text', '1: starts with a front matter between two lines of ---'],
  ['a front matter that never ends', '---\ntitle: A', '1: starts with a front matter between two lines of ---'],
  ['no title', '---\ncategory: C\n---\nText', '1: title is missing'],
  ['an empty title', '---\ntitle:\ncategory: C\n---\nText', '2: title is missing'],
  ['no text', '---\ntitle: A\ncategory: C\n---\n\n', '4: there is no text after the front matter'],
  [
    'a script as address',
    '---\ntitle: A\ncategory: C\nurl: javascript:alert(1)\n---\nText',
    '4: url must be an http or https address of at most 500 characters',
  ],
  [
    'an unknown field',
    '---\ntitle: A\ncategory: C\nlabel: x\n---\nText',
    '4: label is not a known field (title, category, url, language, state, queries)',
  ],
  ['a field twice', '---\ntitle: A\ntitle: B\ncategory: C\n---\nText', '3: title is given twice'],
  ['a stray line', '---\ntitle: A\ncategory: C\nhello\n---\nText', '4: is neither "name: value" nor "- question"'],
  ['a stray list item', '---\ntitle: A\n- b\ncategory: C\n---\nText', '3: a list item stands outside of queries'],
  [
    'queries on one line',
    '---\ntitle: A\ncategory: C\nqueries: a, b\n---\nText',
    '4: queries are one per line below, each after "- "',
  ],
  [
    'a state that does not exist',
    '---\ntitle: A\ncategory: C\nstate: gone\n---\nText',
    '4: state must be published or draft',
  ],
])('%s is named with its line', (_, content, problem) => {
  expect(problemsOf(content)).toEqual([problem]);
});

test('every problem of a file is named, not only the first', () => {
  expect(problemsOf('---\nurl: x\nstate: y\n---\n')).toHaveLength(5);
});

test('a file name that no button could carry is refused', () => {
  expect(problemsOf(complete, 'Reset Password.md')).toEqual([
    '1: the file name must be lower-case letters, digits and hyphens, at most 60, then .md',
  ]);
});
