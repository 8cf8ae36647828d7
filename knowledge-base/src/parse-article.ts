import { languageCode } from '@discord-channel/contracts';
import type { ArticleDraft } from './article';

/** What is wrong with an article file, and where. Lines count from 1. */
export interface ArticleProblem {
  file: string;
  line: number;
  reason: string;
}

export type ParseArticleResult =
  | { kind: 'parsed'; article: ArticleDraft }
  | { kind: 'rejected'; problems: ArticleProblem[] };

interface Field {
  line: number;
  value: string;
}

/** Said of an article's language that is no code. */
export const wrongLanguage = 'language must be a code, such as en, fr or zh-CN';

const knownFields = ['title', 'category', 'url', 'language', 'state', 'queries'];

/**
 * Reads an article file: a front matter of `name: value` lines between two `---`, `queries:` followed by one
 * `- question` per line, then the text in Markdown. The file's name without `.md` is the article's id.
 */
export function parseArticle(file: string, content: string): ParseArticleResult {
  const problems: ArticleProblem[] = [];
  const complain = (line: number, reason: string) => problems.push({ file, line, reason });
  const lines = content.replace(/^\ufeff/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    complain(1, 'starts with a front matter between two lines of ---');
    return { kind: 'rejected', problems };
  }

  const { fields, queries } = readFrontMatter(lines.slice(1, end), complain);
  const required = (name: string): string => {
    const field = fields.get(name);
    if (!field?.value) complain(field?.line ?? 1, `${name} is missing`);
    else if (field.value.length > 256) complain(field.line, `${name} is longer than 256 characters`);
    return field?.value ?? '';
  };
  const id = file.replace(/^.*[/\\]/, '').replace(/\.md$/, '');
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) {
    complain(1, 'the file name must be lower-case letters, digits and hyphens, at most 60, then .md');
  }
  const text = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  if (text === '') complain(end + 1, 'there is no text after the front matter');
  const url = fields.get('url');
  if (url && !isWebAddress(url.value))
    complain(url.line, 'url must be an http or https address of at most 500 characters');
  const state = fields.get('state');
  if (state && state.value !== 'published' && state.value !== 'draft') {
    complain(state.line, 'state must be published or draft');
  }
  const language = fields.get('language');
  if (language && !languageCode.safeParse(language.value).success) complain(language.line, wrongLanguage);
  const article: ArticleDraft = {
    id,
    title: required('title'),
    category: required('category'),
    queries,
    url: url?.value ?? null,
    text,
    language: language?.value ?? 'en',
    state: state?.value === 'draft' ? 'draft' : 'published',
  };
  return problems.length > 0 ? { kind: 'rejected', problems } : { kind: 'parsed', article };
}

function readFrontMatter(lines: readonly string[], complain: (line: number, reason: string) => void) {
  const fields = new Map<string, Field>();
  const queries: string[] = [];
  let inQueries = false;
  for (const [position, text] of lines.entries()) {
    const line = position + 2;
    const item = /^\s*-\s+(.+)$/.exec(text)?.[1];
    if (text.trim() === '') continue;
    if (item !== undefined) {
      if (inQueries) queries.push(item.trim());
      else complain(line, 'a list item stands outside of queries');
      continue;
    }
    const [, name, value] = /^([a-z]+):\s*(.*)$/.exec(text) ?? [];
    const reason = fieldProblem(name, fields);
    if (name === undefined || value === undefined || reason) {
      complain(line, reason ?? 'is neither "name: value" nor "- question"');
      continue;
    }
    inQueries = name === 'queries';
    if (inQueries && value.trim() !== '') complain(line, 'queries are one per line below, each after "- "');
    fields.set(name, { line, value: value.trim() });
  }
  return { fields, queries };
}

function fieldProblem(name: string | undefined, fields: ReadonlyMap<string, Field>): string | undefined {
  if (name === undefined) return undefined;
  if (!knownFields.includes(name)) return `${name} is not a known field (${knownFields.join(', ')})`;
  return fields.has(name) ? `${name} is given twice` : undefined;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text) && text.length <= 500;
}
