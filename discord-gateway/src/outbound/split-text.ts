/** The longest content of a Discord message, in UTF-16 units. */
const maxContentLength = 2_000;

/**
 * Splits text into parts that Discord takes: at the last line break that fits, else at the last space, else between
 * two characters. Nothing is lost but the break itself; a part is never blank.
 */
export function splitText(text: string, limit: number = maxContentLength): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const cut = cutAt(rest, limit);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).replace(/^(\n| )/, '');
  }
  parts.push(rest);
  return parts.filter((part) => part.trim() !== '');
}

function cutAt(text: string, limit: number): number {
  const window = text.slice(0, limit + 1);
  const lineBreak = window.lastIndexOf('\n');
  if (lineBreak > 0) return lineBreak;
  const space = window.lastIndexOf(' ');
  if (space > 0) return space;
  const isHighSurrogate = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
  return isHighSurrogate ? limit - 1 : limit;
}
