/** What one side wrote into a conversation and what the other side saw, both oldest first. */
export interface Transcript {
  written: readonly string[];
  /** What was written and then edited or deleted: the other side is to see it no more. */
  withdrawn?: readonly string[];
  /** Everything seen, whoever wrote it: what nobody wrote in any of the transcripts is ignored. */
  seen: readonly string[];
}

export interface TranscriptFaults {
  lost: number;
  duplicated: number;
  reordered: number;
  /** Seen where somebody else's were to be seen. */
  strayed: number;
  /** Still seen as it was before it was edited or deleted. */
  stale: number;
  /** A few of the texts concerned, for whoever looks for the cause. */
  examples: string[];
}

/** Of each kind. */
const shownExamples = 5;

/** Compares transcripts. The texts that one side writes must all differ. */
export function checkTranscripts(transcripts: Iterable<Transcript>): TranscriptFaults {
  const faults: TranscriptFaults = { lost: 0, duplicated: 0, reordered: 0, strayed: 0, stale: 0, examples: [] };
  const count = (kind: 'lost' | 'duplicated' | 'reordered' | 'strayed' | 'stale', text: string) => {
    faults[kind] += 1;
    if (faults[kind] <= shownExamples) faults.examples.push(`${kind}: ${text}`);
  };
  const all = [...transcripts];
  const anybodys = new Set(all.flatMap(({ written, withdrawn = [] }) => [...written, ...withdrawn]));
  for (const { written, withdrawn = [], seen } of all) {
    const gone = new Set(withdrawn);
    const places = new Map(written.map((text, place) => [text, place]));
    const met = new Set<string>();
    let furthest = -1;
    for (const text of seen) {
      const place = places.get(text);
      if (place === undefined) {
        if (gone.has(text)) count('stale', text);
        else if (anybodys.has(text)) count('strayed', text);
        continue;
      }
      if (met.has(text)) count('duplicated', text);
      else if (place < furthest) count('reordered', text);
      met.add(text);
      furthest = Math.max(furthest, place);
    }
    for (const text of written) if (!met.has(text)) count('lost', text);
  }
  return faults;
}
