/**
 * One way of writing for what players write in several: width, case, Arabic and Hebrew vowel signs, letters that
 * keyboards swap, apostrophes. Accents stay: in Vietnamese they are the word.
 */
export function normaliseText(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // What lower-casing leaves of a Turkish capital I with its dot.
      .replace(/i\u0307/g, 'i')
      .replace(/[\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200b-\u200f\ufeff]/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/ى/g, 'ي')
      .replace(/ة/g, 'ه')
      .replace(/ё/g, 'е')
      .replace(/ß/g, 'ss')
      .replace(/(\p{L})['’ʼ](?=\p{L})/gu, '$1')
  );
}

/** Takes accents off a normalised word: many players leave them out. */
export function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/ı/g, 'i')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o');
}
