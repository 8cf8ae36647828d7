import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const table = readFileSync(join(root, 'docs/bad-input.md'), 'utf8');
const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| What |'));

/** The tests that a row names: `[title](../path)`. */
const named = (row: string) =>
  [...row.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+\.(?:test|scenario)\.tsx?)\)/g)].map(([, title = '', path = '']) => ({
    title: title.trim(),
    path,
  }));

test('every kind of bad input names the tests that show what happens', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => named(row).length === 0)).toEqual([]);
});

test('the tests that the table of bad input names exist', () => {
  const missing = rows.flatMap(named).filter(({ title, path }) => {
    const file = join(root, path);
    return !existsSync(file) || !readFileSync(file, 'utf8').includes(title);
  });
  expect(missing).toEqual([]);
});
