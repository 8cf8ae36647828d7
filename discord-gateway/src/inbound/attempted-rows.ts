/** Which rows of the inbox may have been posted by an attempt whose end is not on record. */
export interface AttemptedRows {
  /** Says whether this is the first attempt for the row, or an earlier one may have posted it. */
  begin(position: number): 'first' | 'again';
  /** The end of the row is on record: it is not asked about again. */
  end(position: number): void;
}

/**
 * Every row that was there when the worker started may have been attempted by the one before; of the others this
 * process knows itself. That spares a write before each request, and a failed write after it changes nothing.
 */
export function createAttemptedRows(lastPositionAtStart: number): AttemptedRows {
  const begun = new Set<number>();
  return {
    begin(position) {
      if (position <= lastPositionAtStart || begun.has(position)) return 'again';
      begun.add(position);
      return 'first';
    },
    end(position) {
      begun.delete(position);
    },
  };
}
