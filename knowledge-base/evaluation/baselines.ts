import elasticlunr from 'elasticlunr';
import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { SearchableArticle } from '../src/search/collect-postings';
import { readTerms } from '../src/search/read-terms';

/** Answers a question with the id of the article that it puts first. */
export type Baseline = (question: string) => string | undefined;

interface Entry {
  id: string;
  title: string;
  queries: string;
  text: string;
}

const fields = ['title', 'queries', 'text'] as const;

/** Search libraries over the same articles: what one would have without a search of one's own. */
export function buildBaselines(articles: readonly SearchableArticle[]): Record<string, Baseline> {
  const entries = articles.map(
    ({ id, title, queries, text }): Entry => ({ id, title, queries: queries.join('\n'), text }),
  );
  return {
    minisearch: miniSearch(entries, {}),
    // With its own tolerance for typos and unfinished words, and with our words (which knows Japanese and Chinese).
    minisearchTuned: miniSearch(entries, {
      tokenize: (text) => readTerms(text).word,
      searchOptions: {
        boost: { title: 2 },
        fuzzy: 0.2,
        prefix: (term) => term.length > 3,
        weights: { fuzzy: 0.3, prefix: 0.4 },
      },
    }),
    elasticlunr: elasticLunr(entries),
    flexsearch: flexSearch(entries),
  };
}

function miniSearch(
  entries: readonly Entry[],
  options: Partial<ConstructorParameters<typeof MiniSearch<Entry>>[0]>,
): Baseline {
  const index = new MiniSearch<Entry>({ ...options, fields: [...fields] });
  index.addAll(entries);
  return (question) => index.search(question)[0]?.id;
}

function elasticLunr(entries: readonly Entry[]): Baseline {
  const index = elasticlunr<Entry>(function () {
    this.setRef('id');
    for (const field of fields) this.addField(field);
  });
  for (const entry of entries) index.addDoc(entry);
  return (question) => index.search(question, {})[0]?.ref;
}

/** Its results are lists field by field; the title's go first. `suggest` lets words be missing. */
function flexSearch(entries: readonly Entry[]): Baseline {
  const index = new Document({ document: { id: 'id', index: [...fields] }, tokenize: 'forward' });
  for (const { id, title, queries, text } of entries) index.add({ id, title, queries, text });
  return (question) => {
    const found = index.search(question, { limit: 1, suggest: true }).find(({ result }) => result.length > 0);
    return found ? String(found.result[0]) : undefined;
  };
}
