import { type CrashPoint, crashPoints, type Occasion } from './crash-points';

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

  /** Those still to be reached that come with something rarer than a message: whoever waits for any point never meets them. */
  rare(): readonly CrashPoint[] {
    return this.#missing().filter(({ occasion }) => occasion !== 'message');
  }

  /** Whether a point that comes with this is still to be reached. */
  wants(wanted: Occasion): boolean {
    return this.#missing().some(({ occasion }) => occasion === wanted);
  }

  reached({ name }: CrashPoint): void {
    this.#reached.set(name, (this.#reached.get(name) ?? 0) + 1);
  }

  get progress(): { reached: number; total: number; missing: string[] } {
    const missing = this.#missing().map(({ name }) => name);
    return { reached: this.#reached.size, total: this.points.length, missing };
  }

  #missing(): readonly CrashPoint[] {
    return this.points.filter(({ name }) => !this.#reached.has(name));
  }
}
