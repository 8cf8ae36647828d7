import type { ArticleRow } from './to-article';

export type ReadRowsResult = { kind: 'read'; rows: ArticleRow[] } | { kind: 'rejected'; line: number; reason: string };

interface Line {
  line: number;
  cells: string[];
}

/**
 * Reads a table with a line of column names (RFC 4180): cells between commas, or between semicolons if the first line
 * has those, in double quotes where they hold either, a quote (written twice) or a line break.
 */
export function readCsv(content: string): ReadRowsResult {
  const text = content.replace(/^\ufeff/, '');
  const [head = ''] = text.split('\n', 1);
  const lines = readCells(text, head.includes(';') && !head.includes(',') ? ';' : ',');
  if (!Array.isArray(lines)) return lines;
  const [header, ...rest] = lines;
  if (!header) return { kind: 'rejected', line: 1, reason: 'the table is empty' };
  const names = header.cells.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) return { kind: 'rejected', line: 1, reason: `the column "${twice}" is there twice` };
  const rows: ArticleRow[] = [];
  for (const { line, cells } of rest) {
    if (cells.length !== names.length) {
      const reason = `has ${cells.length} cells, the first line has ${names.length}`;
      return { kind: 'rejected', line, reason };
    }
    rows.push({ line, fields: Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])) });
  }
  return { kind: 'read', rows };
}

function readCells(text: string, separator: string): Line[] | Extract<ReadRowsResult, { kind: 'rejected' }> {
  const lines: Line[] = [];
  let [line, began, position] = [1, 1, 0];
  let cells: string[] = [];
  while (position < text.length) {
    let cell = '';
    if (text[position] === '"') {
      const quoted = /"((?:[^"]|"")*)"/y;
      quoted.lastIndex = position;
      const match = quoted.exec(text);
      if (!match) return { kind: 'rejected', line, reason: 'a double quote is not closed' };
      cell = (match[1] ?? '').replaceAll('""', '"');
      line += cell.split('\n').length - 1;
      position = quoted.lastIndex;
    } else {
      const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
      plain.lastIndex = position;
      cell = plain.exec(text)?.[0] ?? '';
      position = plain.lastIndex;
    }
    cells.push(cell);
    if (text[position] === separator) {
      position += 1;
      if (position < text.length) continue;
      cells.push('');
    }
    const lineBreak = /\r?\n|$/y;
    lineBreak.lastIndex = position;
    const end = lineBreak.exec(text);
    if (!end) return { kind: 'rejected', line, reason: 'something stands behind a closing double quote' };
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: began, cells });
    cells = [];
    line += 1;
    began = line;
    position = lineBreak.lastIndex;
  }
  return lines;
}
