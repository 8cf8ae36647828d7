/** The four kinds of terms that a text is indexed by, in the order in which they are numbered. */
export const termKinds = ['word', 'prefix', 'gram', 'pair'] as const;
export type TermKind = (typeof termKinds)[number];

/**
 * How much a kind of term counts. Exact words tell most of what is rare, beginnings and four-letter pieces forgive
 * endings, compounds and typos, pairs keep words that belong together. Measured: docs/knowledge-evaluation.md.
 */
export const kindWeights: Readonly<Record<TermKind, number>> = { word: 0.5, prefix: 0.5, gram: 1, pair: 0.4 };

/** What a text consists of, kind by kind, with repetitions. */
export type Terms = Record<TermKind, string[]>;
