/** The values of a statement that is put together: each is handed over beside it, never written into it. */
export class SqlValues {
  readonly list: unknown[] = [];

  /** Takes a value and gives its placeholder. */
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}
