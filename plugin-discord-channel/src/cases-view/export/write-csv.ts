/** Excel takes a file without it for one of its own old encodings. */
const byteOrderMark = '\uFEFF';

/**
 * A spreadsheet would run a cell that begins like this as a formula, and players write into cells: before it an
 * apostrophe, which makes it text. https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^[\t\r]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Rows of cells as a file of comma-separated values in UTF-8, as RFC 4180 has it. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
