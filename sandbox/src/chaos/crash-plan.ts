import { type CrashPoint, crashPoints } from './crash-points';

/** Which points are still to be reached, and which were. */
export class CrashPlan {
  readonly #reached = new Map<string, number>();

  /** `only`: names of points; all when it is left out. */
  constructor(
    private readonly points: readonly CrashPoint[] = crashPoints,
    only?: readonly string[],
  ) {
    if (only) this.points = points.filter(({ name }) => only.includes(name));
  }

  /** Those that were reached least often. */
  next(): readonly CrashPoint[] {
    const times = ({ name }: CrashPoint) => this.#reached.get(name) ?? 0;
    const least = Math.min(...this.points.map(times));
    return this.points.filter((point) => times(point) === least);
  }

  reached({ name }: CrashPoint): void {
    this.#reached.set(name, (this.#reached.get(name) ?? 0) + 1);
  }

  get progress(): { reached: number; total: number; missing: string[] } {
    const missing = this.points.map(({ name }) => name).filter((name) => !this.#reached.has(name));
    return { reached: this.#reached.size, total: this.points.length, missing };
  }
}
