import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sandbox = join(__dirname, '..');

/** Every row of FACTS.md: a rule, the file and the title of its test. */
const rules = readFileSync(join(sandbox, 'FACTS.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, rule, file, title] = /^\| (.+) \| `(test\/[^`]+)`: (.+) \|$/.exec(line) ?? [];
    return rule && file && title ? [{ rule, file, title }] : [];
  });

test('every row of the list names a rule and a test', () => {
  const rows = readFileSync(join(sandbox, 'FACTS.md'), 'utf8').match(/^\| (?!Rule|---)/gm) ?? [];
  expect(rules.length).toBe(rows.length);
  expect(rules.length).toBeGreaterThan(70);
});

test.each(rules)('$rule', ({ file, title }) => {
  const path = join(sandbox, file);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain(title);
});
