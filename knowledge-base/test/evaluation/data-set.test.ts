import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSetError, readDataSet } from '../../evaluation/data-set';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-set-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(articles: string, questions: string): Promise<void> {
  await writeFile(join(folder, 'articles.jsonl'), articles);
  await writeFile(join(folder, 'questions.jsonl'), questions);
}

test('a set is read, with what is left out empty', async () => {
  await write('{"id":"a","queries":["q"]}\n\n{"id":"b","title":"T","text":"x"}\n', '{"question":"q","relevant":[]}');
  expect(await readDataSet(folder)).toEqual({
    articles: [
      { id: 'a', title: '', category: '', queries: ['q'], text: '' },
      { id: 'b', title: 'T', category: '', queries: [], text: 'x' },
    ],
    questions: [{ question: 'q', relevant: [] }],
  });
});

test.each([
  ['no JSON', '{"id":"a"}\n{', '{"question":"q","relevant":[]}', /articles\.jsonl:2: is not a JSON object/],
  ['no id', '{}', '{"question":"q","relevant":[]}', /articles\.jsonl:1: id/],
  ['labels that are no list', '{"id":"a"}', '{"question":"q","relevant":"a"}', /questions\.jsonl:1: relevant/],
])('%s: the file, the line and the reason are named', async (_, articles, questions, message) => {
  await write(articles, questions);
  await expect(readDataSet(folder)).rejects.toThrow(message);
});

test('a folder without a set is refused', async () => {
  await expect(readDataSet(join(folder, 'nowhere'))).rejects.toThrow(DataSetError);
});
