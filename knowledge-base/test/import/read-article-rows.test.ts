import { readArticleRows } from '../../src/import/read-article-source';

const reasonsOf = (format: 'csv' | 'json', content: string) => {
  const result = readArticleRows('articles', format, content);
  return result.kind === 'rejected' ? result.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];
};
const header = 'id,title,category,queries,url,text,language,state';

test('a table and a list of the same articles are read alike', () => {
  const csv = `\ufeff${header}\r\nreset,"Reset, ""now""",Account,"i forgot|lost it",https://a.example/x,"Line 1\nLine 2",pl,draft\r\nplain,Plain,Account,,,Text,,\r\n`;
  const json = JSON.stringify([
    {
      id: 'reset',
      title: 'Reset, "now"',
      category: 'Account',
      queries: ['i forgot', 'lost it'],
      url: 'https://a.example/x',
      text: 'Line 1\nLine 2',
      language: 'pl',
      state: 'draft',
    },
    { id: 'plain', title: 'Plain', category: 'Account', text: 'Text' },
  ]);
  const read = readArticleRows('articles', 'csv', csv);
  expect(read).toEqual(readArticleRows('articles', 'json', json));
  expect(read).toMatchObject({
    kind: 'read',
    articles: [
      { id: 'reset', title: 'Reset, "now"', queries: ['i forgot', 'lost it'], text: 'Line 1\nLine 2', state: 'draft' },
      { id: 'plain', queries: [], url: null, language: 'en', state: 'published' },
    ],
  });
});

test('semicolons separate cells where the first line has them, as some spreadsheets write', () => {
  const read = readArticleRows('a', 'csv', 'id;title;category;text\na;A, b;C;T');
  expect(read).toMatchObject({ articles: [{ id: 'a', title: 'A, b', category: 'C', text: 'T' }] });
});

test('every bad row of a table is named by its line, past cells of several lines', () => {
  const csv = `${header}\na,A,C,,,"1\n2\n3",,\nB,,C,,,T,,\nc,C,C,,ftp://x,T,,gone\na,A,C,,,T,,`;
  expect(reasonsOf('csv', csv)).toEqual([
    '5: id must be lower-case letters, digits and hyphens, at most 60',
    '5: title is missing',
    '6: url must be an http or https address of at most 500 characters',
    '6: state must be published or draft',
    '7: the id a is in line 2 too',
  ]);
});

test.each([
  ['nothing', '', '1: the table is empty'],
  ['column names alone', header, '1: there is no article in it'],
  ['a row that is too short', 'id,title\na', '2: has 1 cells, the first line has 2'],
  ['an open quote', 'id,title\na,"b', '2: a double quote is not closed'],
  ['something behind a quote', 'id,title\na,"b"c', '2: something stands behind a closing double quote'],
  ['a column twice', 'id,id\na,b', '1: the column "id" is there twice'],
])('a table with %s is refused', (_, csv, reason) => {
  expect(reasonsOf('csv', csv)).toEqual([reason]);
});

test('every bad item of a list is named by its line', () => {
  const json = `[
    {"id": "a", "title": "A [x], {y}", "category": "C", "text": "T", "queries": ["q", "r"]},
    {
      "id": "b", "title": 5, "category": "C", "text": "T", "colour": "red", "queries": [1]
    }, {"id": "c", "title": "C", "category": "C", "text": "\\u0000"},
    {"id": "d", "title": "half \\ud83d", "category": "C", "text": "whole \\ud83d\\ude00", "language": "English"}
  ]`;
  expect(reasonsOf('json', json)).toEqual([
    '3: colour is not a known field (id, title, category, queries, url, text, language, state)',
    '3: title must be a text',
    '3: title is missing',
    '3: queries must be texts',
    '5: there is a NUL character, which no text can hold',
    '6: language must be a code, such as en, fr or zh-CN',
    '6: there is half a character (a lone surrogate), which no text can hold',
  ]);
});

test.each([
  ['{}', '1: must be a list of articles: [{...}]'],
  ['[{"id": "a"},\n3]', '2: an article must be an object: {...}'],
])('a list like %s is refused', (json, reason) => {
  expect(reasonsOf('json', json)).toEqual([reason]);
});

test('text about characters that no text can hold is text', () => {
  const json = JSON.stringify([{ id: 'a', title: 'A', category: 'C', text: 'Do not type \\u0000 or \\ud83d.' }]);
  expect(reasonsOf('json', json)).toEqual([]);
});

test.each([
  ['[{]', 1],
  ['hello', 1],
  ['', 1],
  ['[\n{"id": "a"}\n{"id": "b"}\n]', 3],
  ['[\n{"id": "a", "title": "open\n"},\n{"id": "b"}\n]', 2],
  ['[\r\n{"id": "a",}\r\n]', 2],
  ['[\n{"id": "a"}\n]\nmore', 4],
  ['[\n{"id": "a"},\n', 3],
  [`[\n${'{"id": "a"},\n'.repeat(4_000)}{"id": 'b'}\n]`, 4_002],
])('what is not JSON is said to be none, by the line of the mistake: %j', (content, line) => {
  expect(reasonsOf('json', content)[0]).toMatch(new RegExp(`^${line}: is not JSON: \\S`));
});
