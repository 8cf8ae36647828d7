import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticleFolder } from '../src/read-article-folder';

const good = '---\ntitle: A\ncategory: C\n---\nText';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'articles-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('every Markdown file of the folder is read, other files are left alone', async () => {
  await writeFile(join(folder, 'b.md'), good);
  await writeFile(join(folder, 'a.md'), good);
  await writeFile(join(folder, 'notes.txt'), 'not an article');
  const result = await readArticleFolder(folder);
  expect(result.kind === 'read' && result.articles.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('one bad file spoils the whole folder, and is named', async () => {
  await writeFile(join(folder, 'a.md'), good);
  await writeFile(join(folder, 'b.md'), 'no front matter');
  expect(await readArticleFolder(folder)).toMatchObject({
    kind: 'rejected',
    problems: [{ file: join(folder, 'b.md'), line: 1 }],
  });
});

test('an empty folder is a mistake, not a success', async () => {
  expect(await readArticleFolder(folder)).toMatchObject({ kind: 'rejected', problems: [{ file: folder }] });
});
