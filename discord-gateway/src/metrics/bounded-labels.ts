/**
 * Keeps a label's values few, whatever another service answers: the first `limit` that look like a code keep their
 * name, all else is `other`. Each value is a time series that is kept for as long as the process lives.
 */
export function createBoundedLabels(limit: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= limit || !/^[\w-]{1,40}$/.test(value)) return 'other';
    known.add(value);
    return value;
  };
}
