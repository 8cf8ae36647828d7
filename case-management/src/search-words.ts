/** More words than this say nothing more. */
const maxWords = 8;

/** What somebody typed into a search field, as patterns of `ilike` that must all occur. "#1042" is the number 1042. */
export function searchWords(search: string): string[] {
  return search
    .replaceAll('\u0000', '')
    .split(/\s+/)
    .map((word) => word.replace(/^#(?=\d)/, ''))
    .filter((word) => word !== '')
    .slice(0, maxWords)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
