/** One look at something that is to stay as it is. */
export interface Look {
  /** Milliseconds since the looking began. */
  at: number;
  value: number;
}

export interface Flatness {
  /** Medians of the second and the last quarter of the time. The first is left out: whatever starts still grows. */
  secondQuarter: number | null;
  lastQuarter: number | null;
  max: number | null;
  /** Null when the time was too short to tell. */
  isFlat: boolean | null;
}

export interface FlatnessLimits {
  /** Milliseconds that the looks have to cover. */
  leastMs: number;
  /** The last quarter may be above the second by this share of it, and by so many more. */
  share: number;
  more: number;
}

/** Whether what was looked at stayed where it was once it had settled. `looks`: oldest first. */
export function judgeFlatness(looks: readonly Look[], { leastMs, share, more }: FlatnessLimits): Flatness {
  const begin = looks[0]?.at ?? 0;
  const lasted = (looks.at(-1)?.at ?? 0) - begin;
  const within = (from: number, to: number) =>
    median(looks.flatMap(({ at, value }) => (at >= begin + lasted * from && at <= begin + lasted * to ? value : [])));
  const secondQuarter = within(0.25, 0.5);
  const lastQuarter = within(0.75, 1);
  const isLong = secondQuarter !== null && lastQuarter !== null && lasted >= leastMs;
  return {
    secondQuarter,
    lastQuarter,
    max: looks.length === 0 ? null : Math.max(...looks.map(({ value }) => value)),
    isFlat: isLong ? lastQuarter <= secondQuarter * (1 + share) + more : null,
  };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
