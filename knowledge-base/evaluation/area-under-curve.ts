/**
 * The chance that something positive has a higher score than something negative (area under the ROC curve, ties
 * count half). Null if there is nothing of one kind.
 */
export function areaUnderCurve(scored: readonly { score: number; positive: boolean }[]): number | null {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  const positives = sorted.filter(({ positive }) => positive).length;
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let ranks = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end += 1;
    const tied = sorted.slice(start, end).filter(({ positive }) => positive).length;
    ranks += (tied * (start + 1 + end)) / 2;
    start = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}
