/** Excel takes a file without it for one of its own old encodings. */
const byteOrderMark = '\uFEFF';

/**
 * A spreadsheet would run a cell that begins like this as a formula, and players write into cells: before it an
 * apostrophe, which makes it text. https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^[\t\r]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

export interface CsvOptions {
  /** `disarm`: for people to look at. `keep`: for a file that is read back, in which every cell has to stay as it is. */
  formulas: 'disarm' | 'keep';
}

/** Rows of cells as a file of comma-separated values in UTF-8, as RFC 4180 has it. */
export function writeCsv(rows: readonly (readonly string[])[], { formulas }: CsvOptions): string {
  const written = (cell: string) => quote(formulas === 'disarm' && formula.test(cell) ? `'${cell}` : cell);
  return byteOrderMark + rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}

/** Spaces around a cell would be lost on some readers. */
function quote(cell: string): string {
  return /[",;\t\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}
