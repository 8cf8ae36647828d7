import { languageCode } from '@discord-channel/contracts';
import type { ArticleDraft } from '../article';
import { wrongLanguage } from '../parse-article';

/** What a row of an import holds, before it is looked at. */
export interface ArticleRow {
  /** Where the row begins, from 1. */
  line: number;
  fields: Readonly<Record<string, unknown>>;
}

export type ToArticleResult = { kind: 'article'; article: ArticleDraft } | { kind: 'rejected'; reasons: string[] };

/** The fields of an article in an import. */
export const articleFields = ['id', 'title', 'category', 'queries', 'url', 'text', 'language', 'state'] as const;

const longestName = 256;
const longestUrl = 500;

/** Makes an article of a row, or says everything that is wrong with it. */
export function toArticle({ fields }: ArticleRow): ToArticleResult {
  const reasons: string[] = [];
  const text = (name: string): string => {
    const value = fields[name];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value.trim();
    reasons.push(`${name} must be a text`);
    return '';
  };
  const required = (name: string, longest: number): string => {
    const value = text(name);
    if (value === '') reasons.push(`${name} is missing`);
    if ([...value].length > longest) reasons.push(`${name} is longer than ${longest} characters`);
    return value;
  };
  for (const name of Object.keys(fields)) {
    if (!(articleFields as readonly string[]).includes(name)) {
      reasons.push(`${name} is not a known field (${articleFields.join(', ')})`);
    }
  }
  const id = text('id');
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) {
    reasons.push('id must be lower-case letters, digits and hyphens, at most 60');
  }
  const url = text('url');
  if (url !== '' && !(/^https?:\/\/\S+$/.test(url) && URL.canParse(url) && url.length <= longestUrl)) {
    reasons.push(`url must be an http or https address of at most ${longestUrl} characters`);
  }
  const state = text('state') || 'published';
  if (state !== 'published' && state !== 'draft') reasons.push('state must be published or draft');
  const language = text('language') || 'en';
  if (!languageCode.safeParse(language).success) reasons.push(wrongLanguage);
  const article: ArticleDraft = {
    id,
    title: required('title', longestName),
    category: required('category', longestName),
    queries: toQueries(fields.queries, reasons),
    url: url || null,
    text: required('text', Number.POSITIVE_INFINITY),
    language,
    state: state === 'draft' ? 'draft' : 'published',
  };
  const words = [article.title, article.category, article.text, ...article.queries].join('\n');
  if (words.includes('\0')) reasons.push('there is a NUL character, which no text can hold');
  if (/\p{Cs}/u.test(words)) reasons.push('there is half a character (a lone surrogate), which no text can hold');
  return reasons.length > 0 ? { kind: 'rejected', reasons } : { kind: 'article', article };
}

/** A list, or a text with one question per line or, if it has but one line, between vertical bars. */
function toQueries(value: unknown, reasons: string[]): string[] {
  if (value === undefined || value === null) return [];
  const items: unknown[] =
    typeof value === 'string' ? value.split(value.includes('\n') ? '\n' : '|') : Array.isArray(value) ? value : [value];
  if (items.some((item) => typeof item !== 'string')) reasons.push('queries must be texts');
  return items.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
}
