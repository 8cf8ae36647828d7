import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Every language has the keys of the English texts and no other, each with the same placeholders; every key is used;
 * and nothing that a player reads stands in the code. Prints each finding; exits 1 when there is one.
 */
const root = join(__dirname, '..');

export function findProblems(
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>,
  sources: Readonly<Record<string, string>>,
): string[] {
  return [...problemsOfTexts(texts), ...unusedKeys(texts.en ?? {}, sources), ...hardCoded(sources)];
}

function problemsOfTexts(texts: Readonly<Record<string, Readonly<Record<string, string>>>>): string[] {
  const english = texts.en ?? {};
  return Object.entries(texts).flatMap(([language, own]) => {
    const file = `player-texts/texts/${language}.json`;
    const missing = Object.keys(english).filter((key) => !own[key]?.trim());
    const extra = Object.keys(own).filter((key) => !Object.hasOwn(english, key));
    const differing = Object.keys(english).filter(
      (key) => own[key]?.trim() && placeholders(own[key]) !== placeholders(english[key] ?? ''),
    );
    return [
      ...missing.map((key) => `${file} lacks "${key}"`),
      ...extra.map((key) => `${file} has "${key}", which en.json has not`),
      ...differing.map(
        (key) =>
          `${file} has other placeholders in "${key}" than en.json: it needs ${placeholders(english[key] ?? '')}`,
      ),
    ];
  });
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{[^{}]*\}/g)]
    .map(([placeholder]) => placeholder)
    .sort()
    .join(' ');
}

function unusedKeys(english: Readonly<Record<string, string>>, sources: Readonly<Record<string, string>>): string[] {
  const code = Object.values(sources).join('\n');
  const composed = composedKeys(code);
  return Object.keys(english)
    .filter((key) => !code.includes(`'${key}'`) && !composed.some((pattern) => pattern.test(key)))
    .map((key) => `player-texts/texts/en.json has "${key}", which nothing uses`);
}

/** Keys that the code puts together, such as `card.${page}.title`: any words may stand where the blanks are. */
function composedKeys(code: string): RegExp[] {
  return [...code.matchAll(/`([a-z]+(?:[.-][a-z]+)*\.\$\{[^`\n]*)`/g)].map(([, template = '']) => {
    const fixed = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[^a-z-]/g, (sign) => `\\${sign}`));
    return new RegExp(`^${fixed.join('[a-z-]+')}$`);
  });
}

/** What carries words to a player, with words in it: two in a row, in quotes. Words in brackets are for agents. */
const spoken = [
  /\b(?:content|text|body|label)\s*:\s*(['"`])(?!\[)[^'"`\n]*\p{L}{2,} \p{L}{2,}[^'"`\n]*\1/gu,
  /\b(?:answerCommand|sendDirectMessage|say)\([^;]{0,200}?(['"`])(?!\[)[^'"`\n]*\p{L}{2,} \p{L}{2,}[^'"`\n]*\1/gu,
];

function hardCoded(sources: Readonly<Record<string, string>>): string[] {
  const found = Object.entries(sources).flatMap(([file, code]) =>
    spoken
      .flatMap((pattern) => [...code.matchAll(pattern)])
      .map(({ index }) => {
        const line = code.slice(0, index).split('\n').length;
        return `${file}:${line} says words to a player: put them into player-texts/texts and use playerText`;
      }),
  );
  return [...new Set(found)];
}

function readTexts(): Record<string, Record<string, string>> {
  const folder = join(root, 'player-texts/texts');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      name.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, name), 'utf8')),
    ]),
  );
}

function readSources(): Record<string, string> {
  const files = ['discord-gateway', 'virtual-agent', 'serverless'].flatMap((name) =>
    readdirSync(join(root, name, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(files.map((file) => [relative(root, file), readFileSync(file, 'utf8')]));
}

if (require.main === module) {
  const problems = findProblems(readTexts(), readSources());
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
