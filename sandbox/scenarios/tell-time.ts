/**
 * Says how long something took, for whoever reads the run: a busy machine stretches it, so nothing is asserted of it.
 * On standard error, since of standard output nothing is shown.
 */
export function tellTime(what: string, ms: number): void {
  process.stderr.write(`${what} after ${Math.round(ms)} ms\n`);
}
