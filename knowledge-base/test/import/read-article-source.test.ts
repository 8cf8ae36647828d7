import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticleSource } from '../../src';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'articles-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['articles.csv', 'id,title,category,text\na,A,C,T\n'],
  ['articles.JSON', '[{"id":"a","title":"A","category":"C","text":"T"}]'],
])('%s is read by its ending', async (name, content) => {
  await writeFile(join(folder, name), content);
  expect(await readArticleSource(join(folder, name))).toMatchObject({
    kind: 'read',
    articles: [{ id: 'a', title: 'A' }],
  });
});

test('a folder is read as Markdown files', async () => {
  await writeFile(join(folder, 'a.md'), '---\ntitle: A\ncategory: C\n---\nText.\n');
  expect(await readArticleSource(folder)).toMatchObject({ kind: 'read', articles: [{ id: 'a', text: 'Text.' }] });
});

test('any other file is refused by name', async () => {
  const path = join(folder, 'articles.xlsx');
  await writeFile(path, 'x');
  const reason = 'is neither a folder nor a .csv or .json file';
  expect(await readArticleSource(path)).toEqual({ kind: 'rejected', problems: [{ file: path, line: 0, reason }] });
});
