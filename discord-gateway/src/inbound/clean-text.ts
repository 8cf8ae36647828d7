/**
 * Text as it can be stored and sent on: NUL characters (which Postgres refuses) and halves of surrogate pairs (which
 * no encoder takes) become the replacement character. Everything else a player writes stays as it is.
 */
export function cleanText(text: string): string {
  return text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** The longest beginning of `text` that is at most `limit` bytes of UTF-8 and cuts no character in two. */
export function limitBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= limit) return text;
  let end = limit;
  // A byte 10xxxxxx continues a character: step back to where that one begins.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString('utf8');
}
