/**
 * True for text of which nothing can be seen: white space, characters of no width, fillers, controls. Unicode calls
 * most of them "default ignorable"; the Braille blank is drawn as an empty cell.
 */
export function isInvisible(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]*$/u.test(text);
}
