/** Looks again only when the last look is older than so many milliseconds: at everything, it costs more the longer a run lasts. */
export function lookSeldom<Seen>(look: () => Seen, maxAgeMs: number): () => Seen {
  let last: { at: number; seen: Seen } | undefined;
  return () => {
    if (!last || performance.now() - last.at > maxAgeMs) last = { at: performance.now(), seen: look() };
    return last.seen;
  };
}
