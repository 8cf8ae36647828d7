import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocumentedCommands } from '../../src/deployment/read-documented-commands';

const guide = [
  'Text: `deploy nothing`',
  '```sh',
  'npm run build',
  'deploy --a 1 \\',
  '  --b 2              # and look',
  '```',
  '```sh',
  'npm run build',
  'twice 1',
  'twice 2',
  '```',
].join('\n');

describe('the commands of a guide', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  const file = join(folder, 'guide.md');
  writeFileSync(file, guide);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are found by how they start, joined and without their comment', () => {
    expect(readDocumentedCommands(file).find('deploy')).toBe('deploy --a 1 --b 2');
    expect(readDocumentedCommands(file).find('npm run build')).toBe('npm run build');
  });

  test.each(['deploy nothing', 'twice', 'release'])('"%s" is refused: not one command', (start) => {
    expect(() => readDocumentedCommands(file).find(start)).toThrow(/guide\.md has (no command|several commands)/);
  });
});
